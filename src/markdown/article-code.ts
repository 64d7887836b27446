import { posix } from 'node:path';
import { type ImportDeclaration, type Node, type Program, parse } from 'acorn';
import { type Finding, finding, type Place } from '#kb/findings/finding.ts';
import { truncate } from './syntax/notes.ts';
import type { Scope } from './syntax/scope.ts';
import type { Esm, Tree, TreeNode } from './syntax/tree.ts';

/** What the import and export lines of an article or snippet are. */
export interface ArticleCode {
  /**
   * The components that the article imports: their files, absolute, by the names that it gives them. `undefined` if it
   * imports none, or if anything in its lines is refused: then none of them counts.
   */
  components?: ReadonlyMap<string, string>;
  /** Every name that the lines define, so their use is not reported too. */
  names: ReadonlySet<string>;
  findings: Finding[];
}

/**
 * Reads the import and export lines of an article. Nothing in them is run, and nothing of them is passed on except the
 * names and files of components.
 *
 * @param path of the article, relative to the content folder
 * @param brands that the article is limited to; if left out, components of every theme are accepted
 */
export function readCode(
  tree: Tree,
  path: string,
  component: Scope['component'],
  brands?: readonly string[],
): ArticleCode {
  const components = new Map<string, string>();
  const names = new Set<string>();
  const findings: Finding[] = [];
  for (const node of esmIn(tree.children)) {
    const program = parseModule(node.value);
    if (!program) {
      findings.push(prose(node, path));
      continue;
    }
    for (const statement of program.body) {
      for (const name of namesOf(statement)) names.add(name);
      const place = placeOf(statement, node, path);
      const read = readStatement(statement, node.value, path, component, brands);
      if ('says' in read) findings.push(finding('code-unsafe', place, read.says, read.fix));
      else components.set(read.name, read.file);
    }
  }
  return components.size > 0 && findings.length === 0 ? { components, names, findings } : { names, findings };
}

function* esmIn(nodes: readonly TreeNode[]): Iterable<Esm> {
  for (const node of nodes)
    if (node.type === 'mdxjsEsm') yield node;
    else if ('children' in node) yield* esmIn(node.children as TreeNode[]);
}

/** The program in an import or export line; `undefined` for a sentence that starts with the same word. */
function parseModule(text: string): Program | undefined {
  try {
    return parse(text, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  } catch {
    return undefined;
  }
}

function namesOf(statement: Program['body'][number]): string[] {
  return statement.type === 'ImportDeclaration' ? statement.specifiers.map(({ local }) => local.name) : [];
}

function placeOf({ loc }: Node, { position }: Esm, path: string): Place {
  const line = (position?.start.line ?? 1) + (loc?.start.line ?? 1) - 1;
  return { path, line, column: (loc?.start.column ?? 0) + 1 };
}

function readStatement(
  statement: Program['body'][number],
  source: string,
  path: string,
  component: Scope['component'],
  brands: readonly string[] | undefined,
): { name: string; file: string } | { says: string; fix: string } {
  const text = truncate(source.slice(statement.start, statement.end).replace(/\s+/g, ' '));
  if (statement.type !== 'ImportDeclaration')
    return {
      says: `"${text}" is code, and an article can only import components.`,
      fix: 'Remove it, or move it into a component of your theme.',
    };
  const from = String(statement.source.value);
  if (!/^\.\.?\/[^?#%\\\0]*\.astro$/.test(from))
    return {
      says: `"${truncate(from)}" cannot be imported, because an article can only import components of your theme.`,
      fix: 'Remove the line, or write the path of a file that ends in ".astro".',
    };
  const name = componentName(statement);
  if (name === undefined)
    return {
      says: `"${text}" is not how an article imports a component.`,
      fix: `Write it as import Name from '${from}', with a name that starts with a capital letter.`,
    };
  const found = component(posix.join(posix.dirname(path), from), brands);
  return 'file' in found ? { name, file: found.file } : { says: `"${truncate(from)}" ${found.says}`, fix: found.fix };
}

// `import Name from '…'` and nothing more.
function componentName({ specifiers, attributes }: ImportDeclaration): string | undefined {
  const [only, ...more] = specifiers;
  if (only?.type !== 'ImportDefaultSpecifier' || more.length > 0 || attributes.length > 0) return undefined;
  return /^[A-Z][A-Za-z0-9]*$/.test(only.local.name) ? only.local.name : undefined;
}

function prose({ value, position }: Esm, path: string): Finding {
  return finding(
    'prose-import',
    { path, line: position?.start.line, column: position?.start.column },
    `"${value.split('\n')[0]?.slice(0, 40)}" starts with "${value.split(/\s/)[0]}", so it is read as code.`,
    'Start the line with another word, or write its first letter as &#105; (i) or &#101; (e).',
  );
}
