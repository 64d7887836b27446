import { join } from 'node:path';
import { type Finding, finding } from '#kb/findings/finding.ts';
import { digest } from '#kb/values/digest.ts';
import { readImports } from '#markdown/compile.ts';
import { expandComponents } from '#markdown/expand-components.ts';
import { isModuleCode, parseBody } from '#markdown/parse.ts';
import { truncate } from '#markdown/syntax/notes.ts';
import type { Scope } from '#markdown/syntax/scope.ts';
import { nodePlace, type Tree } from '#markdown/syntax/tree.ts';
import { listFiles, readText } from '../machine/files.ts';
import { localeFindings } from './locale-findings.ts';

export interface Snippet {
  tree: Tree;
  path: string;
  locale: string;
}

/** The snippets of all languages: `trees` by language and name. */
export async function readSnippets(dir: string, locales: readonly string[]) {
  const trees = new Map<string, Map<string, Tree>>(locales.map((locale) => [locale, new Map()]));
  const read: Snippet[] = [];
  const findings: Finding[] = [];
  const strange: string[] = [];
  const sources: string[] = [];
  for (const file of await listFiles(join(dir, 'snippets'))) {
    if (!file.endsWith('.mdx')) continue;
    const path = `snippets/${file}`;
    const [locale = '', ...rest] = file.split('/');
    const of = trees.get(locale);
    if (!of) {
      strange.push(path);
      continue;
    }
    const source = ((await readText(join(dir, path))) ?? '').replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
    // One that cannot be read is told where it stands, and is not missing in the articles that show it.
    const { tree = { type: 'root', children: [], path }, findings: unread } = parseBody(source, path, 1);
    findings.push(...unread);
    of.set(rest.join('/').replace(/\.mdx$/, ''), tree);
    read.push({ tree, path, locale });
    sources.push(path, source);
  }
  return { trees, read, findings: [...findings, ...localeFindings(strange, locales)], key: digest(...sources) };
}

/** What is wrong in a snippet, told where it is written and not in each article that shows it. */
export function checkSnippet({ tree, path }: Snippet, scope: Scope): Finding[] {
  const { findings, media } = expandComponents(tree, path, scope);
  const code = tree.children.filter((node) => node.type === 'mdxjsEsm').filter(({ value }) => isModuleCode(value));
  return [
    ...findings,
    ...readImports(tree, path).findings,
    ...code.map((node) =>
      finding(
        'prose-import',
        { path, ...nodePlace(node) },
        `"${truncate(node.value)}" is code, but a snippet can't contain code.`,
        'Move the line to the articles that need it.',
      ),
    ),
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
