import type { Library, ShownArticle } from '#kb/content/library.ts';
import type { Analysis } from '#search/analysis.ts';
import { learnedFields, learnedWeights } from '#search/learned-fields.ts';
import type { Page } from '#search/search-index.ts';
import { synonymsFor } from '#search/synonyms.ts';
import { makeSectionPaths } from '#ui/section-paths.ts';
import { longDigest } from '../keeping/kept-file.ts';
import { pack } from './packed-file.ts';
import { passagesOf } from './page-passages.ts';
import { searchPage } from './search-page.ts';

/** An article, and the HTML of its page, or at least of its `<article>`. */
export interface RenderedPage {
  shown: ShownArticle;
  html: string;
}

export interface LaidOut {
  id: string;
  /** What readers see of it, packed. */
  fragment: Uint8Array;
  /** The page for Pagefind. */
  html: string;
  /** The keys of its words. */
  keys: ReadonlySet<string>;
  /** Those in its title and aliases. */
  named: ReadonlySet<string>;
  /** The keys of customers' words that find it. */
  weights: Iterable<string>;
}

/** Lays out the pages of a locale for Pagefind. */
export interface PageLayout {
  /** Changes when the page would be laid out in another way. */
  keyOf(page: RenderedPage): string;
  layOut(page: RenderedPage): LaidOut;
}

export function pageLayout(library: Library, locale: string, analysis: Analysis): PageLayout {
  const { sections } = makeSectionPaths(library, locale);
  const learned = library.learned?.get(locale);
  // Each is as large as an article, and the same for many.
  const digestOf = once((of: unknown) => longDigest(JSON.stringify(of ?? null)));
  const keyOfTopic = once((topic: string) => digestOf([...(learned?.get(topic) ?? [])]));
  const sectionOf = ({ article }: ShownArticle) => sections.get(article.section)?.title ?? '';
  return {
    keyOf({ shown, html }) {
      const { article } = shown;
      const around = [digestOf(library.synonyms?.get(article.locale)), ...article.topics.map(keyOfTopic)];
      return longDigest(JSON.stringify([shown, sectionOf(shown), around]), html);
    },
    layOut({ shown, html: rendered }) {
      const { article, fallback } = shown;
      const { id, title, summary = '', aliases, outline } = article;
      const passages = passagesOf(rendered);
      const about = [title, ...aliases, summary, ...outline.map(({ text }) => text)].join('. ');
      const body = passages.flatMap(({ texts }) => texts).join('. ');
      const synonyms = synonymsFor({ about, body }, library.synonyms?.get(article.locale) ?? [], locale);
      const weights = learnedWeights(article.topics, learned, analysis);
      const hidden = { aliases, synonyms, address: [id.replace(/[-_/]/g, ' ')] };
      const keys = new Set<string>();
      const named = [title, ...aliases].flatMap(analysis.terms).flatMap(({ key, parts }) => [key, ...parts]);
      const html = searchPage({ title, summary, passages, hidden, learned: learnedFields(weights) }, analysis, keys);
      const page: Page = {
        url: `/${locale}/${id}/`,
        id,
        title,
        section: sectionOf(shown),
        type: article.type,
        ...(fallback && { lang: article.locale }),
        ...(aliases.length > 0 && { aliases }),
        passages,
      };
      return { id, fragment: packFragment(page), html, keys, named: new Set(named), weights: weights.keys() };
    },
  };
}

function once<From, To>(make: (from: From) => To): (from: From) => To {
  const made = new Map<From, To>();
  return (from) => {
    const known = made.get(from) ?? make(from);
    made.set(from, known);
    return known;
  };
}

/** What readers should see of a page, as Pagefind loads it for them. */
function packFragment(page: Page): Uint8Array {
  const fragment = { content: '', word_count: 0, filters: {}, meta: {}, anchors: [], ...page };
  return pack(Buffer.from(JSON.stringify(fragment)));
}
