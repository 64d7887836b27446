import { compareText } from '#kb/values/text.ts';

/** Where a help desk served articles by number, as found in the links between the articles. */
export interface HelpDesk {
  /** Host names, such as `support.example.com`. */
  hosts: ReadonlySet<string>;
  /** The path before the number in most links: `/hc/en-us/articles/`. */
  prefix: string;
}

/** Help desks number articles with many digits; "articles/12" may be anything. The number is in the second group. */
export const NUMBERED = /^(\/(?:.*\/)?(?:articles?|solutions|a)\/)(\d{5,})(?:[-/.].*)?$/;

function parsed(url: string): URL | undefined {
  try {
    return new URL(url, 'https://invalid.example');
  } catch {
    return undefined;
  }
}

/** The article number in a help desk's address, whoever's help desk it is. */
export function numberIn(url: string): string | undefined {
  return NUMBERED.exec(parsed(url)?.pathname ?? '')?.[2];
}

/** Host of an absolute address; nothing for addresses on the same site. */
export function hostOf(url: string): string | undefined {
  return /^(?:https?:)?\/\//i.test(url) ? parsed(url)?.hostname : undefined;
}

/**
 * Recognizes the help desk that the articles were published on: links of the form `…/articles/<number>…` whose number
 * is one of `numbers`. `undefined` if there is no such link.
 */
export function findHelpDesk(urls: Iterable<string>, numbers: { has(number: string): boolean }): HelpDesk | undefined {
  const hosts = new Set<string>();
  const prefixes = new Map<string, number>();
  for (const url of urls) {
    const [, prefix, number] = NUMBERED.exec(parsed(url)?.pathname ?? '') ?? [];
    if (!prefix || !number || !numbers.has(number)) continue;
    const host = hostOf(url);
    if (host) hosts.add(host);
    prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
  }
  const [best] = [...prefixes].sort((left, right) => right[1] - left[1] || compareText(left[0], right[0]));
  return best && { hosts, prefix: best[0] };
}

const WRITE_TO_US =
  /^\/(?:hc\/(?:[\w-]+\/)?(?:requests|anonymous_requests)\/new|(?:[\w-]+\/)?support\/tickets\/new)\/?$/i;

/** Whether an address is where customers write to the team at a help desk, such as `/hc/en-us/requests/new`. */
export function isTicketForm(url: string): boolean {
  return WRITE_TO_US.test(parsed(url)?.pathname ?? '');
}
