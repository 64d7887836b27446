import picomatch from 'picomatch';
import type { ShownArticle } from '#kb/content/library.ts';
import { type FontFace, fontsFor } from '#kb/theme/brand.ts';
import { contactOptionsOf, shortOptionKinds } from './contact-options.ts';
import { popularArticles } from './popular.ts';
import { type SearchSetup, textsOf } from './search-setup.ts';
import type { View } from './view.ts';

/** An article as the widget lists it. */
export interface WidgetArticle {
  id: string;
  title: string;
  /** The language of the title, if it is not the reader's. */
  lang?: string | undefined;
}

/** Articles for pages of the product. */
export interface WidgetPages {
  /** A regular expression for the path of a page, or for its whole address. */
  match: string;
  whole: boolean;
  articles: WidgetArticle[];
}

/** What the widget needs in one language; fetched when a customer opens it. */
export interface WidgetSetup extends Pick<SearchSetup, 'locale' | 'name' | 'contactOptions' | 'log' | 'texts'> {
  pages: WidgetPages[];
  /** The address of the favicon. */
  mark?: string | undefined;
  /** Loaded if the product does not have the family itself. */
  fonts: FontFace[];
  /** Shown if no page rule matches: the most asked first. */
  popular: WidgetArticle[];
}

const LIMIT = 6;
const spoken = new RegExp(
  String.raw`^(?:search|type|widget)\.|^contact\.(?:title|${shortOptionKinds.join('|')})$|^home\.popular$`,
);

/** @param popular topic ids, the most asked first */
export function widgetSetup(view: View, popular: readonly string[]): WidgetSetup {
  const { chrome, locale, text } = view;
  const { site, library } = chrome;
  const { tag } = locale;
  const inSection = (section: string) =>
    library.shown(tag).filter(({ article }) => `${article.section}/`.startsWith(`${section}/`));
  const listed = (articles: readonly ShownArticle[]) =>
    [...new Map(articles.map(({ article, fallback }) => [article.id, { article, fallback }])).values()]
      .slice(0, LIMIT)
      .map(({ article: { id, title, locale }, fallback }) => ({ id, title, ...(fallback && { lang: locale }) }));
  const pages = site.widget.pages.map(({ match, articles, topics, section }) => ({
    // Made here, so browsers need no library for it; URLPattern is too new for some of them.
    match: picomatch.makeRe(match, { dot: true }).source,
    whole: !match.startsWith('/'),
    articles: listed([
      ...articles.flatMap((id) => library.find(tag, id) ?? []),
      ...popularArticles(library, tag, topics, LIMIT),
      ...(section === undefined ? [] : inSection(section)),
    ]),
  }));
  return {
    locale: tag,
    name: text('site.title', { name: site.name }),
    contactOptions: contactOptionsOf(site.contact, view.href('contact')),
    log: site.searchLog,
    texts: textsOf(view, spoken),
    mark: chrome.brand.favicon,
    fonts: fontsFor(chrome.brand, tag),
    // A page whose articles no reader of this site sees can be internal itself.
    pages: pages.filter(({ articles }) => articles.length > 0),
    popular: listed(popularArticles(library, tag, popular, LIMIT)),
  };
}
