import { type Finding, finding } from '#kb/findings/finding.ts';
import { digest } from '#kb/values/digest.ts';
import { readCode } from '#markdown/article-code.ts';
import { expandComponents } from '#markdown/expand-components.ts';
import { parseBody } from '#markdown/parse.ts';
import type { Scope } from '#markdown/syntax/scope.ts';
import type { Tree } from '#markdown/syntax/tree.ts';
import { readMany } from '../machine/files.ts';
import { listContent } from './list-content.ts';
import { localeFindings } from './locale-findings.ts';
import { unreadableFile } from './unreadable-file.ts';

export interface Snippet {
  tree: Tree;
  path: string;
  locale: string;
}

/** The snippets of all languages: `trees` by language and name. */
export async function readSnippets(dir: string, locales: readonly string[]) {
  const trees = new Map<string, Map<string, Tree>>(locales.map((locale) => [locale, new Map()]));
  const read: Snippet[] = [];
  const { files, findings } = await listContent(dir, 'snippets', 'article-unreadable');
  const stray: string[] = [];
  const known: string[] = [];
  const sources: string[] = [];
  for (const file of files)
    if (file.endsWith('.mdx')) (trees.has(localeOf(file)) ? known : stray).push(`snippets/${file}`);
  for await (const { path, source, error } of readMany(dir, known)) {
    const file = path.slice('snippets/'.length);
    const locale = localeOf(file);
    if (source === undefined) findings.push(unreadableFile('article-unreadable', path, error));
    const text = (source ?? '').replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
    // A broken snippet is reported here, and isn't reported as missing in the articles that show it.
    const { rest, tree = rest ?? { type: 'root', children: [], path }, findings: broken } = parseBody(text, path, 1);
    findings.push(...broken);
    trees.get(locale)?.set(file.slice(locale.length + 1).replace(/\.mdx$/, ''), tree);
    read.push({ tree, path, locale });
    sources.push(path, text);
  }
  return { trees, read, findings: [...findings, ...localeFindings(stray, locales)], key: digest(...sources) };
}

/** The findings of a snippet, reported in the snippet and not in each article that shows it. */
export function checkSnippet({ tree, path }: Snippet, scope: Scope): Finding[] {
  const { findings, media } = expandComponents(tree, path, scope);
  return [
    ...findings,
    ...readCode(tree, path, () => notInSnippets).findings,
    ...media.map(({ src, line, column }) =>
      finding(
        'image-missing',
        { path, line, column },
        `A snippet can't show the image "${src}".`,
        'Move the image to the articles that need it.',
      ),
    ),
  ];
}

const notInSnippets = {
  says: "can't be imported by a snippet.",
  fix: 'Move the line to the articles that need it.',
};

function localeOf(file: string): string {
  return file.split('/')[0] ?? '';
}
