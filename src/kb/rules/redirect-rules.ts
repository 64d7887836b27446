import { type Library, pathsTo } from '../content/library.ts';
import { isRootPage, ownPagesOf } from '../content/own-pages.ts';
import { finding } from '../findings/finding.ts';
import { fileOfAddress, oldAddressFault, pathOfAddress } from '../redirects/old-address.ts';
import {
  addressBefore,
  exampleOf,
  follow,
  leadsTo,
  type RedirectRule,
  redirectRulesOf,
} from '../redirects/redirect-rule.ts';
import { redirectsOf } from './redirects.ts';
import type { Rule } from './rule.ts';

/** Every page of a site, as a path from the root of the site: `/en/cards`. */
export function pagesOf(library: Library): string[] {
  const own = ownPagesOf(library.site).map(({ id }) => id);
  return library.site.locales.flatMap((locale) => {
    const articles = library.shown(locale).map(({ article }) => article);
    const sections = new Set(articles.flatMap(({ section }) => pathsTo(section)));
    return ['', ...own, ...sections, ...articles.map(({ id }) => id)].map((id) => `/${locale}${id && `/${id}`}`);
  });
}

/**
 * The rules of a site, with where they lead as a path from the root of the site. An address without a language, such as
 * /guide/*, is that of the default language, as in links.
 */
export function settledRules(library: Library, pages: readonly string[] = pagesOf(library)): RedirectRule[] {
  const old = oldAddressesOf(library);
  return redirectRulesOf(library.site.redirects).map((rule) => {
    if (!rule.to.startsWith('/') || [...pages, ...old].some((address) => leadsTo(rule, address))) return rule;
    const to = `/${library.site.defaultLocale}${rule.to}`;
    return pages.some((address) => leadsTo({ to }, address)) ? { ...rule, to } : rule;
  });
}

/** Old addresses of single articles by the rules, as far as the new address says all of the old one. */
export function addressesBefore(
  library: Library,
  rules: readonly RedirectRule[],
  pages: readonly string[],
): { from: string; id: string; locale: string; title: string }[] {
  const taken = new Set([
    ...pages.map((address) => fileOfAddress(address).toLowerCase()),
    ...redirectsOf(library).map(({ from }) => fileOfAddress(from).toLowerCase()),
  ]);
  const shown = library.site.locales.flatMap((locale) => library.shown(locale));
  return rules.flatMap((rule) =>
    shown.flatMap(({ article: { id, title }, locale }) => {
      const from = addressBefore(rule, `/${locale}/${id}`);
      if (from === undefined || oldAddressFault(from) !== undefined) return [];
      const file = fileOfAddress(from).toLowerCase();
      // A folder can't have the name of a file.
      if (taken.has(file) || pathsTo(file).some((path) => taken.has(path))) return [];
      taken.add(file);
      return [{ from, id, locale, title }];
    }),
  );
}

function oldAddressesOf(library: Library): string[] {
  return library.articles.flatMap(({ redirectFrom }) => redirectFrom.map((address) => `/${pathOfAddress(address)}`));
}

/** Whether following the rules from one comes back to a rule that was followed already. */
function goesRound(rule: RedirectRule, rules: readonly RedirectRule[], ends: ReadonlySet<string>): boolean {
  const seen = new Set<RedirectRule>();
  let address = exampleOf(rule.to);
  for (let next: RedirectRule | undefined = rule; next; ) {
    if (seen.has(next)) return true;
    seen.add(next);
    if (ends.has(address)) return false;
    const here: string = address;
    next = rules.find((one) => follow(one, here) !== undefined);
    address = next ? exampleOf(follow(next, here) ?? '') : here;
  }
  return false;
}

export const redirectRule: Rule = function* (library) {
  if (Object.keys(library.site.redirects).length === 0) return;
  const pages = pagesOf(library);
  const ends = new Set([...pages, ...oldAddressesOf(library)]);
  const rules = settledRules(library, pages);
  for (const [index, rule] of rules.entries()) {
    const wrong = (says: string, fix: string) => finding('redirect-rule', { path: 'site.yaml' }, says, fix);
    // Pages are served with a slash at the end.
    const page = pages.find((address) => follow(rule, `${address}/`) !== undefined);
    const earlier = rules.slice(0, index).find((one) => follow(one, exampleOf(rule.from)) !== undefined);
    const further = rules.some((one) => follow(one, exampleOf(rule.to)) !== undefined);
    if (isRootPage(exampleOf(rule.from).slice(1))) {
      yield wrong(
        `The redirect from "${rule.from}" would hide files of the site.`,
        'Make it match old addresses only.',
      );
    } else if (page) {
      yield wrong(
        `The redirect from "${rule.from}" would hide the page ${page}/.`,
        'Make it match old addresses only.',
      );
    } else if (earlier) {
      const says = `The redirect from "${rule.from}" is never used, because "${earlier.from}" before it matches the same addresses.`;
      yield wrong(says, `Move it before "${earlier.from}", or remove it.`);
    } else if (goesRound(rule, rules, ends)) {
      yield wrong(
        `The redirect from "${rule.from}" leads back to itself.`,
        'Change where it leads to an existing page.',
      );
    } else if (rule.to.startsWith('/') && !further && ![...ends].some((address) => leadsTo(rule, address))) {
      const says = `The redirect from "${rule.from}" leads to "${rule.to}", and no page or old address is like that.`;
      yield wrong(says, 'Change where it leads to an existing page.');
    }
  }
};
