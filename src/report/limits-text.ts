import type { ExceededLimit } from '#kb/tickets/worklist/limits.ts';
import { count, formatNumber } from './layout/numbers.ts';

/** Why the report fails: everything over a limit in site.yaml, each with what to do. */
export function limitsText(exceeded: readonly ExceededLimit[]): string {
  const lines = exceeded.map((one) => {
    const { what, fix } = exceededText(one);
    return `${what}\n  ${fix}`;
  });
  return [...lines, `Over the limits in site.yaml: ${exceeded.length}.`].join('\n');
}

/** What is over a limit, and what to do about it. */
export function exceededText({ kind, subject, locale, tickets, limit }: ExceededLimit): { what: string; fix: string } {
  const over = `${count(tickets, 'ticket')}, over the limit of ${formatNumber(limit)}`;
  if (kind === 'flagged')
    return {
      what: `The topics of ${subject} have ${over} (limits.flaggedTickets).`,
      fix: `Read the newest tickets on them, then fix what ${subject} gets wrong or leaves out.`,
    };
  if (kind === 'unmapped')
    return {
      what: `The category ${JSON.stringify(subject)} isn't in any topic and has ${over} (limits.unmappedTickets).`,
      fix: `Add ${JSON.stringify(subject)} to the categories of a topic in topics.yaml.`,
    };
  const inLocale = locale === undefined ? '' : ` in "${locale}"`;
  return {
    what: `The topic ${subject} has no article${inLocale} and ${over} (limits.gapTickets).`,
    fix: `Write an article${inLocale} and set "topics: [${subject}]".`,
  };
}
