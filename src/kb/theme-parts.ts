/** What a theme may style as `[data-part='…']`, and what each is. */
export const themeParts = {
  announcement: 'planned work or a known problem',
  article: 'the text of an article',
  'article-end': 'what follows an article: whether it helped, and the ways to a person',
  'article-links': 'a list of articles',
  breadcrumbs: 'where one is',
  contact: 'the ways to a person',
  contents: 'the table of contents of an article',
  footer: 'the foot of every page',
  header: 'the top of every page',
  hero: 'the band behind the search on the home page',
  'language-menu': 'the choice of a language',
  legal: 'the links to imprint, privacy and the like',
  notice: 'a remark on the article, such as that it is not translated',
  popular: 'the most asked questions on the home page',
  search: 'the search box',
  'search-results': 'the results on the page of the search',
  sections: 'the sections on the home page and on that of the search',
  'theme-switch': 'the switch for light and dark',
} as const;

/** What a theme may replace as `parts/<name>.astro`; what each is given stands in `src/ui/parts/props.ts`. */
export const replaceableParts = ['ArticleEnd', 'Footer', 'Head', 'Header', 'Home', 'NotFound'] as const;
