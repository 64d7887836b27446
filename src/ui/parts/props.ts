import type { Article } from '#kb/content/article.ts';
import type { ShownArticle } from '#kb/content/library.ts';
import type { View } from '../view.ts';

// The props of each part of a page. A theme can replace a part with its own parts/<Name>.astro.

/** Extra elements for `<head>`. The engine's own part adds none. */
export interface HeadProps {
  view: View;
  /** The title of the page, without the name of the site. */
  title: string;
}

/** The top of every page. */
export interface HeaderProps {
  view: View;
  /** Addresses of this page in the other languages, by their tags. */
  alternates: Record<string, string>;
  /** Whether the search belongs here: some pages have it in the page itself. */
  search: boolean;
}

/** The foot of every page. */
export interface FooterProps {
  view: View;
}

/** What the home page shows between header and footer. */
export interface HomeProps {
  view: View;
  tagline?: string | undefined;
  /** Articles on the most asked topics, the most asked first; none if the theme does not show them. */
  popular: readonly ShownArticle[];
}

/** What follows an article. */
export interface ArticleEndProps {
  view: View;
  article: Article;
  /** Related articles, which are shown next to it already. */
  related: readonly ShownArticle[];
}

/** The page at an address that does not exist. */
export interface NotFoundProps {
  view: View;
  /** The addresses of the home pages, by language. */
  homes: Record<string, string>;
}
