import { mdxToHast } from 'satteri';
import type { ImportedSite } from '#intake/articles/imported-site.ts';
import { importCollection } from '#intake/articles/importers/import-collection.ts';
import { markdown } from '#intake/articles/importers/markdown.ts';

interface Node {
  type: string;
  name?: string | null;
  tagName?: string;
  children?: Node[];
}

/** Components and elements that an imported article may hold. */
const ALLOWED = new Set(
  'Callout Accordion Figure Kbd Steps Tabs Tab Video sub sup br mark small abbr table thead tbody tfoot tr td th'.split(
    ' ',
  ),
);

/** Components that the check would refuse where they are. */
function misplacedIn({ name, children = [] }: Node): string[] {
  const isText = ({ type, name: child }: Node) => type === 'text' || (type === 'p' && child === undefined);
  const held = children.filter((child) => !isText(child));
  if (name === 'Tabs')
    return held.length > 0 && held.every((child) => child.name === 'Tab') ? [] : ['<Tabs> without <Tab>'];
  if (name === 'Steps') return held.some(({ tagName }) => tagName === 'ol') ? [] : ['<Steps> without a list'];
  return children.some((child) => child.name === 'Tab') ? ['<Tab> outside <Tabs>'] : [];
}

/** What in an article is no article of ours: syntax errors, code, unknown components. Empty when all is well. */
export function faultsOf(article: string): string[] {
  const faults: string[] = [];
  const visit = (node: Node) => {
    const { type, name, children = [] } = node;
    faults.push(...misplacedIn(node).map((what) => `${what} in ${article}`));
    if (/^mdx(?:jsEsm|\w+Expression)$/.test(type)) faults.push(`${type} in ${article}`);
    if (type.startsWith('mdxJsx') && !ALLOWED.has(name ?? '')) faults.push(`<${name}> in ${article}`);
    children.forEach(visit);
  };
  try {
    visit(mdxToHast(article.replace(/^---\n[\s\S]*?\n---\n/, '')) as Node);
  } catch (error) {
    faults.push(`${error} in ${article}`);
  }
  return faults;
}

/** Imports a tree of texts by path, English, under the name Pilvi; every article it makes must be one of ours. */
export function importTexts(texts: Record<string, string>, assets: string[] = []): ImportedSite {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const options = { locale: 'en', name: 'Pilvi', today: '2026-11-30' };
  const imported = importCollection(markdown.collect(files, new Set(assets), options), options);
  const faults = imported.files.filter(({ path }) => path.endsWith('.mdx')).flatMap(({ text }) => faultsOf(text));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return imported;
}

/** The text of an article by its id, front matter included. */
export function articleIn({ files }: ImportedSite, id: string): string {
  const file = files.find(({ path }) => path === `articles/en/${id}.mdx`);
  if (!file) throw new Error(`No article ${id} among ${files.map(({ path }) => path).join(', ')}`);
  return file.text;
}

/** The body of an article by its id, without the line end at its end. */
export function bodyIn(imported: ImportedSite, id: string): string {
  return articleIn(imported, id)
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .trim();
}

/** The body that one text becomes; `path` says what kind of file it is in. */
export function bodyOf(text: string, { path = 'cards/order.md', assets = [] as string[] } = {}): string {
  const imported = importTexts({ [path]: text }, assets);
  return bodyIn(imported, imported.files.find((file) => file.path.endsWith('.mdx'))?.path.slice(12, -4) ?? '');
}

/** The losses as `path:line sentence`. */
export function lossesOf({ losses }: ImportedSite): string[] {
  return losses.map(({ path, line, what }) => `${path}${line === undefined ? '' : `:${line}`} ${what}`);
}
