import { isReserved } from '../content/own-pages.ts';
import { finding } from '../findings/finding.ts';
import type { Rule } from './rule.ts';

const slug = /^[\p{Ll}\p{Lo}\p{Nd}](?:[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}_.-]*[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}_])?$/u;

/** Whether every part of an id can be part of an address. */
export function isArticleId(id: string): boolean {
  return id.split('/').every((part) => slug.test(part));
}

export const articlesMissing: Rule = function* ({ articles, site, unread }) {
  if (articles.length + unread.size > 0) return;
  yield finding(
    'articles-missing',
    { path: 'articles' },
    'There are no articles in this folder.',
    `Add one, such as articles/${site.defaultLocale}/getting-started/hello.mdx, or choose the right folder with --content.`,
  );
};

export const slugInvalid: Rule = function* ({ articles }) {
  for (const { id, path } of articles) {
    const bad = id.split('/').find((part) => !slug.test(part));
    if (bad === undefined) continue;
    const better = bad
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '');
    yield finding(
      'slug-invalid',
      { path },
      `"${bad}" cannot be part of an address.`,
      `Rename it using lowercase letters, digits and hyphens, for example "${slug.test(better) ? better : 'order-a-card'}".`,
    );
  }
};

export const idTaken: Rule = function* (library) {
  const seen = new Map<string, string>();
  for (const { id, locale, path } of library.articles) {
    const first = seen.get(`${locale}/${id}`);
    if (first !== undefined)
      yield finding('id-taken', { path }, `${first} has the same address.`, 'Rename one of the two files.');
    else if (library.hasSection(id))
      yield finding(
        'id-taken',
        { path },
        `The section "${id}" has the same address.`,
        'Rename the file, or the folder that has the same name.',
      );
    seen.set(`${locale}/${id}`, path);
  }
};

export const sectionReserved: Rule = function* ({ articles }) {
  for (const { section, path } of articles) {
    const first = section.split('/')[0] ?? '';
    if (isReserved(first))
      yield finding(
        'section-reserved',
        { path },
        `"${first}" is the address of one of the help center's own pages.`,
        `Move the article to a section with another name, such as "${first}-help".`,
      );
  }
};

export const sectionUnknown: Rule = function* (library) {
  for (const id of Object.keys(library.site.sections))
    if (!library.hasSection(id) && ![...library.unread].some((unread) => unread.startsWith(`${id}/`)))
      yield finding(
        'section-unknown',
        { path: 'site.yaml' },
        `The section "${id}" has no articles.`,
        `Add an article to articles/${library.site.defaultLocale}/${id}/, or remove the section from site.yaml.`,
      );
};
