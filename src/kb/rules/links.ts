import { type Article, idOfPath, type Link } from '../content/article.ts';
import { type Library, pathsTo } from '../content/library.ts';
import { isPageOfLocale, ownPages } from '../content/own-pages.ts';
import { type Finding, finding, type Place } from '../findings/finding.ts';
import { didYouMean, nearest } from '../findings/suggest.ts';
import type { Rule } from './rule.ts';

export const linkBroken: Rule = function* (library) {
  // A link in a snippet is reported once, however many articles show the snippet.
  const reported = new Set<string>();
  for (const found of linkFindings(library)) {
    const key = JSON.stringify(found);
    if (!reported.has(key)) yield found;
    reported.add(key);
  }
};

function* linkFindings(library: Library): Iterable<Finding> {
  const look = linkCheck(library);
  for (const article of library.articles)
    for (const link of article.links) {
      const place = { path: link.from ?? article.path, line: link.line, column: link.column };
      yield* look(link, place, article.locale, reachOf(article) ?? 0);
    }
}

/** Finds what is wrong with a link to a page of the help center, for readers of a language. */
export type LinkCheck = (link: Link, place: Place, locale: string, reach: number) => Iterable<Finding>;

/** Checks whether links lead to something that the readers of the linking page can see. */
export function linkCheck(library: Library): LinkCheck {
  const known = new Set(library.articles.map(({ id }) => id));
  const reachOfSection = sectionReach(library);
  return function* ({ target, fragment, href }, place, locale, reachHere) {
    if (library.elsewhere.has(target)) {
      yield finding(
        'link-internal',
        place,
        `The link "${href}" leads to a page that only other brands have.`,
        'Link to a page that this brand has, or limit "brands" here in the same way.',
      );
      return;
    }
    if (isPageOfLocale(target) || library.unread.has(target)) return;
    const shown = library.find(locale, target)?.article;
    const reach = reachOfSection.get(target) ?? reachOf(library.exact(library.site.defaultLocale, target), shown);
    if (reach === undefined) {
      yield broken(library, known, place, href, target);
      return;
    }
    if (reach < reachHere) yield hidden(place, href, shown, reach);
    if (!shown || fragment === undefined) return;
    const slugs = shown.outline.map(({ slug }) => slug);
    if (!slugs.includes(fragment))
      yield finding(
        'link-fragment',
        place,
        `The link "${href}" points to the heading "#${fragment}", which ${shown.path} does not have.`,
        headingFix(fragment, slugs),
      );
  };
}

/** The reach of a page that every customer sees. */
export const REACH_CUSTOMERS = 2;

// Who can see an article: 0 no one, 1 the support team, 2 customers. The build checks the days of publication.
function reachOf(...versions: (Article | undefined)[]): number | undefined {
  const reaches = versions
    .filter((article) => article !== undefined)
    .map(({ confidence, audience }) => {
      if (confidence === 'archived') return 0;
      return audience === 'internal' || confidence === 'work-in-progress' ? 1 : REACH_CUSTOMERS;
    });
  return reaches.length === 0 ? undefined : Math.max(...reaches);
}

/** The reach of each section: the widest reach of any article in it. */
function sectionReach({ articles }: Library): Map<string, number> {
  const reach = new Map<string, number>();
  for (const article of articles)
    for (const id of pathsTo(article.section)) reach.set(id, Math.max(reach.get(id) ?? 0, reachOf(article) ?? 0));
  return reach;
}

function hidden(place: Place, href: string, shown: Article | undefined, reach: number): Finding {
  if (!shown)
    return finding(
      'link-internal',
      place,
      `The link "${href}" leads to a section without published articles.`,
      'Link to a section with public articles.',
    );
  if (reach === 0 || shown.confidence === 'work-in-progress')
    return finding(
      'link-internal',
      place,
      `The link "${href}" leads to an article that is not published because its confidence is "${shown.confidence}".`,
      'Link to a published article, or change "confidence" in that article.',
    );
  return finding(
    'link-internal',
    place,
    `The link "${href}" leads to an article for the support team only.`,
    'Link to a public article, or set "audience: public" in that article.',
  );
}

function broken({ site }: Library, known: ReadonlySet<string>, place: Place, href: string, target: string): Finding {
  const others = [...without(known, idOfPath(place.path)), ...ownPages.map(({ id }) => id)];
  const [first = '', ...rest] = target.split('/');
  if (site.locales.includes(first) && (known.has(rest.join('/')) || isPageOfLocale(rest.join('/'))))
    return finding(
      'link-broken',
      place,
      `The link "${href}" includes a language, but links always lead to the reader's own language.`,
      `Change it to "/${rest.join('/')}".`,
    );
  const near = nearest(target, others) ?? others.find((id) => id.endsWith(`/${target.split('/').at(-1)}`));
  // Every article is in a section.
  const create = rest.length > 0 ? `, or create articles/${site.defaultLocale}/${target}.mdx` : '';
  return finding(
    'link-broken',
    place,
    `The link "${href}" does not lead to any article.`,
    near
      ? `Change it to "/${near}"${create}.`
      : `Change it to the address of an article, such as "/section/name"${create}.`,
  );
}

// A writer never means a link to the article that contains it.
function without(known: ReadonlySet<string>, own: string): string[] {
  return [...known].filter((id) => id !== own);
}

function headingFix(fragment: string, slugs: readonly string[]): string {
  const near = nearest(fragment, slugs);
  return near ? didYouMean(`#${near}`) : `Remove "#${fragment}" from the link.`;
}

export const relatedUnknown: Rule = function* (library) {
  const known = new Set(library.articles.map(({ id }) => id));
  for (const { id: own, path, related, lines } of library.articles)
    for (const [index, id] of related.entries())
      if (!known.has(id) && !library.unread.has(id)) {
        const near = nearest(id, without(known, own));
        yield finding(
          'related-unknown',
          { path, line: lines[`related.${index}`] },
          `The related article "${id}" does not exist.`,
          near ? didYouMean(near) : 'Use the id of an article, such as "cards/order-a-card".',
        );
      }
};
