import { type Article, ArticleFields, type Link } from '#kb/content/article.ts';
import { type Holdings, type Library, makeLibrary as makeWholeLibrary } from '#kb/content/library.ts';
import { type Site, SiteFile } from '#kb/content/site.ts';
import { type ExpandedArticle, expandComponents } from '#markdown/expand-components.ts';
import { toHtml } from '#markdown/html.ts';
import { parseBody } from '#markdown/parse.ts';
import type { Scope } from '#markdown/syntax/scope.ts';

/** A site in English and Finnish, except what the case is about. */
export function makeSite(differs: Record<string, unknown> = {}): Site {
  return SiteFile.parse({ name: 'Pilvi', locales: ['en', 'fi'], defaultLocale: 'en', ...differs });
}

/** A public English article, except what the case is about. Links are written as ids: `cards/order#fees`. */
export function makeArticle(
  id: string,
  { links = [], ...differs }: Partial<Omit<Article, 'links'>> & { links?: readonly string[] } = {},
): Article {
  const locale = differs.locale ?? 'en';
  const path = `articles/${locale}/${id}.mdx`;
  return {
    ...ArticleFields.parse({ title: `About ${id}` }),
    id,
    locale,
    section: id.slice(0, id.lastIndexOf('/')),
    path,
    lines: {},
    digest: `digest of ${path}`,
    outline: [],
    media: [],
    code: false,
    ...differs,
    links: links.map(makeLink),
  };
}

function makeLink(text: string): Link {
  const [target = '', fragment] = text.split('#');
  return { target, fragment, href: `/${text}`, line: 5, column: 1 };
}

export function makeLibrary({ articles = [], ...differs }: Partial<Holdings> = {}): Library {
  return makeWholeLibrary({ site: makeSite(), topics: [], facts: {}, assets: new Set(), articles, ...differs });
}

/** A scope with the given variables, snippets and files; texts are shown by their keys. */
export function makeScope({
  variables = {},
  snippets = {},
  media = {},
  components = {},
  imageHosts = [],
}: {
  variables?: Record<string, string>;
  snippets?: Record<string, string>;
  media?: Record<string, { url: string; width?: number; height?: number }>;
  components?: Record<string, string>;
  imageHosts?: string[];
} = {}): Scope {
  const values = new Map(Object.entries(variables));
  const trees = new Map(
    Object.entries(snippets).map(([name, body]) => [name, parseBody(body, `snippets/en/${name}.mdx`, 1).tree]),
  );
  const files = new Map(Object.entries(media));
  return {
    text: (key) => key,
    variable: (name) => values.get(name),
    variables: [...values.keys()],
    unread: () => false,
    snippet: (name) => trees.get(name),
    snippets: [...trees.keys()],
    media: (path) => files.get(path),
    imageHosts,
    component: (path) =>
      components[path] === undefined
        ? { says: 'cannot be imported.', fix: 'Remove the line.' }
        : { file: components[path] },
  };
}

export interface Rendered extends ExpandedArticle {
  html: string;
  /** The codes of all findings. */
  codes: string[];
}

/** The body of `articles/en/cards/freeze.mdx` as HTML, with all that was noted on the way. */
export function render(body: string, scope: Scope = makeScope()): Rendered {
  const path = 'articles/en/cards/freeze.mdx';
  const { tree, findings } = parseBody(body, path, 1);
  const expanded: ExpandedArticle = tree
    ? expandComponents(tree, path, scope)
    : { tree: { type: 'root', children: [] }, outline: [], links: [], media: [], findings: [] };
  const all = [...findings, ...expanded.findings];
  return { ...expanded, findings: all, codes: all.map(({ code }) => code), html: tree ? toHtml(expanded.tree) : '' };
}
