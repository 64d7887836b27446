import { isData } from '#kb/values/data.ts';
import type { Loss, SourceFile } from '../imported-site.ts';
import { stemOf } from '../links/paths.ts';
import { type Expansion, expandIncludes } from './expand-includes.ts';
import { expandMdx } from './expand-mdx.ts';
import { unrollLoops } from './liquid-loops.ts';
import { type MappedText, mappedText, replaceMapped } from './mapped-text.ts';
import { type PartFiles, partFiles } from './part-files.ts';
import { withPlainCalls } from './plain-calls.ts';
import { fillVariables, readVariables } from './variables.ts';
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
    const text = mappedText(withPlainCalls(body) + ends);
    const whole = isProgram ? expandMdx(path, path, text, expansion) : expandIncludes(path, path, text, expansion);
    const listOf = (name: string): unknown => {
      const [first, ...rest] = name.split('.');
      const own =
        first === 'page' ? rest.reduce<unknown>((now, key) => (isData(now) ? now[key] : undefined), data) : undefined;
      return own ?? variables.valueOf(path, name.split('.'));
    };
    const filled = fillVariables(path, unrollLoops(whole, listOf, expansion.report), data, variables);
    const linked = replaceMapped(filled, NAMED_PAGE, ([, before = '', name = '']) => {
      const page = byStem.get(name.toLowerCase());
      return page === undefined ? undefined : `${before}/${page}`;
    });
    bodies.set(path, dropNoteMarks(turnWikiLinks(path, linked, names, expansion.report), names));
  }
  return { bodyOf: (path) => bodies.get(path), used, losses };
}
