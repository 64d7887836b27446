import type { Exceeded } from '#kb/tickets/worklist/limits.ts';
import { number } from './coverage-words.ts';
import { count } from './findings-text.ts';

/** Why the command fails: what is over the limits of site.yaml, each with what to do. */
export function limitsText(exceeded: readonly Exceeded[]): string {
  const lines = exceeded.map((one) => {
    const { what, fix } = exceededWords(one);
    return `${what}\n  ${fix}`;
  });
  return [...lines, `More tickets than site.yaml allows: ${exceeded.length} in all.`].join('\n');
}

/** What is over a limit, and what to do about it. */
export function exceededWords(one: Exceeded): { what: string; fix: string } {
  const { kind, subject, locale, tickets, limit } = one;
  const much = `${count(tickets, 'ticket')}, and ${number(limit)} are allowed`;
  if (kind === 'flagged')
    return {
      what: `The topics of ${subject} have ${much} (limits.flaggedTickets).`,
      fix: `Rework ${subject}: read the newest tickets of its topics and mend what it leaves open.`,
    };
  if (kind === 'unmapped')
    return {
      what: `No topic claims the category ${JSON.stringify(subject)} with ${much} (limits.unmappedTickets).`,
      fix: `Add ${JSON.stringify(subject)} to the categories of a topic in topics.yaml.`,
    };
  return {
    what:
      locale === undefined
        ? `No article names the topic ${subject}, with ${much} (limits.gapTickets).`
        : `No article in "${locale}" names the topic ${subject}, with ${much} (limits.gapTickets).`,
    fix: `Write an article${locale === undefined ? '' : ` in "${locale}"`} with "topics: [${subject}]".`,
  };
}
