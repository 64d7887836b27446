import { isData } from '#kb/values/data.ts';
import type { Loss, SourceFile } from '../imported-site.ts';
import { stemOf } from '../links/paths.ts';
import { type Expansion, expandIncludes } from './expand-includes.ts';
import { expandMdx } from './expand-mdx.ts';
import { shownFrontMatter } from './front-matter-blocks.ts';
import { unrollLoops } from './liquid-loops.ts';
import { type MappedText, mappedText, replaceMapped } from './mapped-text.ts';
import { type PartFiles, partFiles } from './part-files.ts';
import { withPlainCalls } from './plain-calls.ts';
import { fillVariables, readVariables } from './variables.ts';
import { fillVue } from './vue-expressions.ts';
import { dropNoteMarks, nameFinder, turnWikiLinks } from './wiki-links.ts';

/** How many parts one page can put in. */
const MOST_PARTS = 1000;
const READS =
  /\.(?:ya?ml|json|toml|[cm]?[jt]sx?|txt|html?|vue|svelte|sh|bash|ps1|py|rb|php|java|kt|swift|go|rs|c|cpp|h|cs|css|scss|sql|xml|ini|conf|env|csv|graphql|proto|tf|qmd|njk|liquid)$/i;

/** Whether a file can be part of pages, or name their variables. */
export function isPartFile(path: string): boolean {
  return (
    READS.test(path) && !/(?:^|\/)(?:package(?:-lock)?|tsconfig|composer|pnpm-lock|yarn)\.(?:json|ya?ml)$/.test(path)
  );
}

/** ReadMe names the kind and the name of a page: `[Order](doc:order-a-lid)`. */
const NAMED_PAGE = /(\]\(\s*<?|\bhref=["'])(?:doc|ref|page):([\w-]+)/g;

/** Notion's address of a page, by the number in the name of its file. */
const NOTION_PAGE = /(\]\()https:\/\/(?:www\.)?notion\.so\/(?:[\w-]*?-)?([\da-f]{32})(?:[?#][^()\s]*)?(?=\))/g;

/** A text with another one above it, which is from the first line of the file. */
function withTextBefore(before: string, { text, lines }: MappedText): MappedText {
  if (before === '') return { text, lines };
  const above = `${before}\n\n`;
  return {
    text: above + text,
    lines: [
      ...above
        .split('\n')
        .slice(1)
        .map(() => 1),
      ...lines,
    ],
  };
}

/** A page to put parts into. */
interface Page {
  path: string;
  /** Its text, with the line numbers of the file. */
  body: string;
  data: Record<string, unknown>;
}

/** Pages with everything that they include. */
export interface ExpandedPages {
  bodyOf(path: string): MappedText | undefined;
  /** Paths of the files that became part of a page. */
  used: ReadonlySet<string>;
  losses: Loss[];
}

/** The files that MkDocs adds to every page, such as explanations of abbreviations. */
function appendedParts(files: readonly SourceFile[], parts: PartFiles): SourceFile[] {
  const config = files.find(({ path }) => /(?:^|\/)mkdocs\.ya?ml$/.test(path));
  const written = /auto_append:[ \t]*((?:\n[ \t]*-[^\n]*)+|\[[^\]\n]*\])/.exec(config?.text ?? '')?.[1] ?? '';
  const paths = written.split(/[\n,[\]]/).map((one) => one.replace(/^[\s-]*["']?|["'\s]+$/g, ''));
  return paths.flatMap((path) => (path === '' || !config ? [] : (parts.find(config.path, path) ?? [])));
}

/** Puts into each page what it includes: files, constants and variables. `assets` are the paths of all other files. */
export function expandPages(
  pages: readonly Page[],
  files: readonly SourceFile[],
  assets: ReadonlySet<string>,
): ExpandedPages {
  const parts = partFiles(files, assets);
  const variables = readVariables(files);
  const names = nameFinder(pages, assets);
  const byStem = new Map(pages.map(({ path }) => [stemOf(path).toLowerCase(), path]));
  const byNumber = new Map(
    pages.flatMap(({ path }) => {
      const id = /[ -]([\da-f]{32})\.md$/.exec(path)?.[1];
      return id === undefined ? [] : [[id, path] as const];
    }),
  );
  const isVue = files.some(({ path }) => /(?:^|\/)\.(?:vitepress|vuepress)\//.test(path));
  const used = new Set<string>();
  const losses: Loss[] = [];
  const appended = appendedParts(files, parts);
  for (const part of appended) used.add(part.path);
  const ends = appended.map(({ text }) => `\n\n${text.trim()}\n`).join('');
  const bodies = new Map<string, MappedText>();
  for (const { path, body, data } of pages) {
    const expansion: Expansion = {
      files: parts,
      used,
      report: (line, what) => losses.push({ path, line, what }),
      budget: { left: MOST_PARTS },
    };
    const isProgram = /^(?:import|export)\s|=\{(?:require|useBaseUrl)\(/m.test(body) || path.endsWith('.mdx');
    const text = withTextBefore(shownFrontMatter(data), mappedText(withPlainCalls(body) + ends));
    const given = new Map(body.includes('frontmatter.') ? [['frontmatter', data]] : []);
    const whole = isProgram
      ? expandMdx(path, path, text, expansion, given)
      : expandIncludes(path, path, isVue ? fillVue(text, data, expansion.report) : text, expansion);
    const listOf = (name: string): unknown => {
      const [first, ...rest] = name.split('.');
      const own =
        first === 'page' ? rest.reduce<unknown>((now, key) => (isData(now) ? now[key] : undefined), data) : undefined;
      return own ?? variables.valueOf(path, name.split('.'));
    };
    const filled = fillVariables(path, unrollLoops(whole, listOf, expansion.report), data, variables);
    const known = replaceMapped(filled, NOTION_PAGE, ([, before = '', id = '']) => {
      const page = byNumber.get(id);
      return page === undefined ? undefined : `${before}<${`/${page}`}>`;
    });
    const linked = replaceMapped(known, NAMED_PAGE, ([, before = '', name = '']) => {
      const page = byStem.get(name.toLowerCase());
      return page === undefined ? undefined : `${before}/${page}`;
    });
    bodies.set(path, dropNoteMarks(turnWikiLinks(path, linked, names, expansion.report), names));
  }
  return { bodyOf: (path) => bodies.get(path), used, losses };
}
