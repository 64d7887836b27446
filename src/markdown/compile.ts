import { type Article, ArticleFields, articleDigest, idOfPath } from '#kb/content/article.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';
import { soundPart, validate } from '#kb/findings/validate.ts';
import { type ArticleCode, readCode } from './article-code.ts';
import { expandComponents } from './expand-components.ts';
import { readFrontMatter, type SplitArticle } from './front-matter.ts';
import { toHtml } from './html.ts';
import { parseBody } from './parse.ts';
import type { Scope } from './syntax/scope.ts';
import type { TreeNode } from './syntax/tree.ts';

/** An article file as it was read. */
export interface ArticleFile {
  /** Relative to the content folder: `articles/en/cards/freeze.mdx`. */
  path: string;
  source: string;
}

export interface Compiled {
  /** `undefined` if the file cannot be read well enough to make a page from it. */
  article: Article | undefined;
  /** What can be read of such a file, to check its links, topics and pictures; never to show it. */
  draft?: Article;
  findings: Finding[];
  /** The body as HTML; `undefined` for an article that imports components, which Astro renders. */
  html(): string | undefined;
}

/** @param key changes when anything that the article can refer to changes */
export type CompileArticle = (file: ArticleFile, scope: Scope, key: string) => Compiled;

/**
 * Reads an article: its front matter, its body, and everything it links to.
 *
 * All mistakes are collected. Nothing is thrown, and no code in the file is run.
 */
export function compile({ path, source }: ArticleFile, scope: Scope): Compiled {
  const split = readFrontMatter(source, path);
  const { tree, rest, findings: syntax } = parseBody(split.body, path, split.bodyLine);
  const checked = split.fields && validate(ArticleFields, split.fields, 'front-matter-invalid');
  const body = tree ?? rest;
  const imports: ArticleCode = body
    ? readCode(body, path, scope.component, checked?.value?.brands ?? [])
    : { names: new Set(), findings: [] };
  const expanded = body && expandComponents(body, path, scope, imports);
  const ofBody = [...imports.findings, ...(expanded?.findings ?? [])];
  const findings = [
    ...split.findings,
    ...(checked?.findings ?? []),
    ...syntax,
    ...(tree ? ofBody : ofBody.filter((found) => isItsOwn(found, syntax))),
  ];
  const locale = path.split('/')[1] ?? '';
  const id = idOfPath(path);
  if (!id.includes('/'))
    findings.push(
      finding(
        'section-missing',
        { path },
        'The article is not in a section.',
        `Move it into a folder, such as articles/${locale}/general/.`,
      ),
    );
  if (!expanded || !id.includes('/')) return { article: undefined, findings, html: () => undefined };
  const fields = checked?.value ?? soundFields(split.fields?.value, id);
  const code = imports.components !== undefined;
  // A draft can be empty, because no reader sees it.
  const published = fields.confidence === 'validated' || fields.confidence === 'not-validated';
  // If there are findings, the text may be missing because it could not be read.
  if (published && findings.length === 0 && expanded.tree.children.every(isBlank))
    findings.push(
      finding(
        'text-missing',
        { path },
        'The article has a title but no text.',
        'Write the answer below the second "---", or set "confidence: work-in-progress" above it.',
      ),
    );
  const article: Article = {
    ...fields,
    id,
    locale,
    section: id.slice(0, id.lastIndexOf('/')),
    path,
    lines: listLines(split, fields),
    digest: articleDigest(fields, split.body),
    outline: expanded.outline,
    links: expanded.links,
    media: expanded.media,
    code,
  };
  if (!checked?.value || !tree) return { article: undefined, draft: article, findings, html: () => undefined };
  return { article, findings, html: () => (code ? undefined : toHtml(expanded.tree)) };
}

function soundFields(value: unknown, id: string): ArticleFields {
  const titled = typeof value === 'object' && !Array.isArray(value) ? { title: id, ...value } : { title: id };
  return soundPart(ArticleFields, titled) ?? ArticleFields.parse({ title: id });
}

// What is said about the rest of a body must not be caused by what was left out of it.
function isItsOwn({ code, line, column = 0 }: Finding, syntax: readonly Finding[]): boolean {
  const isAfter = (mistake: Finding) => mistake.line === line && column >= (mistake.column ?? 0);
  return code !== 'component-content' && !syntax.some(isAfter);
}

function isBlank(node: TreeNode): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function listLines(
  { fields }: SplitArticle,
  { topics, related, brands, redirectFrom }: ArticleFields,
): Record<string, number> {
  const lines: Record<string, number> = {};
  for (const [key, list] of Object.entries({ topics, related, brands, redirectFrom }))
    for (const index of list.keys()) {
      const line = fields?.at([key, index]).line;
      if (line !== undefined) lines[`${key}.${index}`] = line;
    }
  return lines;
}

/** Whether an article could import components. Most have no such line, so few are parsed for it. */
export function mayImport(source: string): boolean {
  return /^import\b/m.test(source);
}
