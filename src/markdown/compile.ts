import { type Article, ArticleFields, articleDigest, idOfPath } from '#kb/content/article.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';
import { validate } from '#kb/findings/validate.ts';
import { expandComponents } from './expand-components.ts';
import { readFrontMatter, type SplitArticle } from './front-matter.ts';
import { toHtml } from './html.ts';
import { isModuleCode, parseBody } from './parse.ts';
import type { Scope } from './syntax/scope.ts';
import type { Tree, TreeNode } from './syntax/tree.ts';

/** An article file as it was read. */
export interface ArticleFile {
  /** Relative to the content folder: `articles/en/cards/freeze.mdx`. */
  path: string;
  source: string;
}

export interface Compiled {
  /** `undefined` if the file cannot be read well enough to make a page from it. */
  article: Article | undefined;
  findings: Finding[];
  /** The body as HTML; `undefined` for an article with its own code, which Astro renders. */
  html(): string | undefined;
}

/**
 * Reads an article: its front matter, its body, and everything it links to.
 *
 * All mistakes are collected. Nothing is thrown, and no code in the file is run.
 */
export function compile({ path, source }: ArticleFile, scope: Scope): Compiled {
  const split = readFrontMatter(source, path);
  const { tree, findings: syntax } = parseBody(split.body, path, split.bodyLine);
  const imports = tree ? readImports(tree, path) : { names: undefined, findings: [] };
  const expanded = tree && expandComponents(tree, path, scope, imports.names);
  const checked = split.fields && validate(ArticleFields, split.fields, 'front-matter-invalid');
  const findings = [
    ...split.findings,
    ...(checked?.findings ?? []),
    ...syntax,
    ...imports.findings,
    ...(expanded?.findings ?? []),
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
  if (!checked?.value || !expanded || !id.includes('/')) return { article: undefined, findings, html: () => undefined };
  const code = imports.names !== undefined;
  const fields = checked.value;
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
  return { article, findings, html: () => (code ? undefined : toHtml(expanded.tree)) };
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

/**
 * The names that an article's import and export lines define, `undefined` if it has no such line, and the sentences
 * that only look like one.
 */
export function readImports(tree: Tree, path: string): { names?: ReadonlySet<string>; findings: Finding[] } {
  const lines = tree.children.filter((node) => node.type === 'mdxjsEsm');
  const code = lines.filter(({ value }) => isModuleCode(value));
  const prose = lines.filter((line) => !code.includes(line));
  const findings = prose.map(({ value, position }) =>
    finding(
      'prose-import',
      { path, line: position?.start.line, column: position?.start.column },
      `"${value.split('\n')[0]?.slice(0, 40)}" starts with "${value.split(/\s/)[0]}", so it is read as code.`,
      'Start the line with another word, or write its first letter as &#105; (i) or &#101; (e).',
    ),
  );
  return code.length === 0 ? { findings } : { names: new Set(code.flatMap(({ value }) => namesIn(value))), findings };
}

// What an import or export line declares: `A`, `* as B`, `{ C, D as E }`, `const F`.
function namesIn(code: string): string[] {
  const lists = [...code.matchAll(/^\s*import\s+(?:type\s+)?([^'"]+?)\s+from\s/gm)].map(([, list = '']) => list);
  const imported = lists.flatMap((list) =>
    [...list.matchAll(/([A-Za-z_$][\w$]*)\s*(?:,|\}|$)/g)].map(([, name = '']) => name),
  );
  const exported = [...code.matchAll(/^\s*export\s+(?:const|let|var|function|class)\s+([A-Za-z_$][\w$]*)/gm)].map(
    ([, name = '']) => name,
  );
  return [...imported, ...exported];
}
