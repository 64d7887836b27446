/** What a page includes at one place. */
export interface Include {
  /** As it is written. */
  path: string;
  /** Lines `3-7`, or the name of a region or section of the file. */
  lines?: readonly [first: number, last: number];
  region?: string;
  /** Shown as code of this language; "" for the language of the file's ending. */
  code?: string;
  /** The title of the code. */
  label?: string;
  /** Values that the part uses by name. */
  values?: ReadonlyMap<string, string>;
  /** A tag that other steps understand if there is no such file. */
  isTag?: boolean;
}

interface Mark {
  pattern: RegExp;
  read(match: RegExpExecArray): Include | Include[] | undefined;
}

function valuesIn(text: string): Map<string, string> {
  const pairs = [...text.matchAll(/([\w-]+)\s*[=:]\s*(?:"([^"]*)"|'([^']*)')/g)];
  return new Map(pairs.map(([, name = '', double, single]) => [name, double ?? single ?? '']));
}

function linesOf(text: string | undefined): { lines: readonly [number, number] } | undefined {
  const [, first, last] = /(\d+)?\s*[-,:]\s*(\d+)?/.exec(text ?? '') ?? [];
  return first === undefined && last === undefined
    ? undefined
    : { lines: [Number(first ?? 1), Number(last ?? Number.MAX_SAFE_INTEGER)] };
}

/** `file.md:section` and `file.md:3:7` of MkDocs' snippets. */
function snippet(written: string): Include {
  const [, path = written, rest] = /^(.*?)(?::([\w:-]*))?$/.exec(written.trim()) ?? [];
  if (rest === undefined || rest === '') return { path };
  return /^[\d:]+$/.test(rest) ? { path, ...linesOf(rest) } : { path, region: rest };
}

function tag(path: string, rest: string): Include {
  return { path, values: valuesIn(rest), isTag: true };
}

/** How the dialects of Markdown include files. The first group is the indentation of a whole line, or nothing. */
export const INCLUDES: readonly Mark[] = [
  // MkDocs: snippets, markdown-include, include-markdown
  { pattern: /^([ \t]*)-{1,}8<-{1,}[ \t]*["']([^"'\n]+)["'][ \t]*$/gm, read: ([, , path = '']) => snippet(path) },
  {
    pattern: /^([ \t]*)-{1,}8<-{1,}[ \t]*\n((?:(?![ \t]*-+8<-+)[^\n]*\n)+)[ \t]*-{1,}8<-{1,}[ \t]*$/gm,
    read: ([, , paths = '']) =>
      paths
        .split('\n')
        .filter((path) => path.trim() !== '' && !path.trim().startsWith(';'))
        .map(snippet),
  },
  { pattern: /^([ \t]*)\{!>?[ \t]*([^\s!]+)[^!\n]*!\}[ \t]*$/gm, read: ([, , path = '']) => ({ path }) },
  {
    pattern: /^([ \t]*)\{%-?\s*include-markdown\s+["']([^"']+)["']([^%]*)%\}/gm,
    read: ([, , path = '']) => ({ path, isTag: true }),
  },
  // VitePress and VuePress
  {
    pattern: /^([ \t]*)<!--[ \t]*@include:[ \t]*([^\s#{}]+?)(?:#([\w-]+))?(?:\{([^}]*)\})?[ \t]*-->[ \t]*$/gm,
    read: ([, , path = '', region, lines]) => ({ path, ...(region && { region }), ...linesOf(lines) }),
  },
  {
    pattern: /^([ \t]*)<<<[ \t]*([^\s#{}[\]]+)(?:#([\w-]+))?(?:[ \t]*\{([^}]*)\})?(?:[ \t]*\[([^\]\n]*)\])?[^\n]*$/gm,
    read: ([, , path = '', region, options = '', label]) => ({
      path,
      code: /[a-z]+/i.exec(options)?.[0] ?? '',
      ...(label && { label }),
      ...(region && { region }),
    }),
  },
  {
    pattern: /^([ \t]*)@\[code(?:\{([^}]*)\})?(?:[ \t]+([\w-]+))?\]\(([^)]+)\)[ \t]*$/gm,
    read: ([, , lines, language, path = '']) => ({ path, code: language ?? '', ...linesOf(lines) }),
  },
  { pattern: /^([ \t]*)@include[ \t(]+["']?([^"')\s]+)["']?\)?[ \t]*$/gm, read: ([, , path = '']) => ({ path }) },
  { pattern: /^([ \t]*)!{3}include\(([^)]+)\)!{3}[ \t]*$/gm, read: ([, , path = '']) => ({ path }) },
  { pattern: /^([ \t]*)!include(?:\s|\()["']?([^"')\s]+)["']?\)?[ \t]*$/gim, read: ([, , path = '']) => ({ path }) },
  // mdBook, Handlebars, DocFX, docsify, MyST
  {
    pattern: /^([ \t]*)\{\{#include[ \t]+([^\s:}]+)(?::([\w:-]+))?[ \t]*\}\}/gm,
    read: ([, , path = '', part]) => snippet(part ? `${path}:${part}` : path),
  },
  { pattern: /^([ \t]*)\{\{>[ \t]*["']?([\w./-]+)["']?[^}]*\}\}/gm, read: ([, , path = '']) => ({ path }) },
  { pattern: /^([ \t]*)\[!INCLUDE[ \t]*\[[^\]]*\]\(([^)]+)\)\][ \t]*$/gim, read: ([, , path = '']) => ({ path }) },
  {
    pattern: /^([ \t]*)\[[^\]\n]*\]\(([^\s)]+)[ \t]+['"]:include[^)]*\)[ \t]*$/gm,
    read: ([, , path = '']) => ({ path }),
  },
  {
    pattern: /^([ \t]*)(?:`{3}|:{3})\{include\}[ \t]+(\S+)\n(?:[^\n]*\n)*?[ \t]*(?:`{3}|:{3})[ \t]*$/gm,
    read: ([, , path = '']) => ({ path }),
  },
  // Jekyll, GitBook, Nunjucks
  {
    pattern:
      /()(?<!\{)\{%-?\s*(?:include|include_relative|include_cached|render)\s+["']?([\w./@-]+)["']?((?:"[^"]*"|'[^']*'|[^%"'])*?)-?%\}(?:\s*\{%-?\s*endinclude\s*-?%\})?/g,
    read: ([, , path = '', rest = '']) => tag(path, rest),
  },
  { pattern: /()\{\{\s*include\(\s*["']([^"']+)["']\s*\)\s*\}\}/g, read: ([, , path = '']) => tag(path, '') },
  {
    pattern: /()\{%-?\s*data\s+reusables\.([\w.-]+)\s*-?%\}/g,
    read: ([, , name = '']) => tag(`reusables/${name.replaceAll('.', '/')}`, ''),
  },
  // Hugo, Quarto
  {
    pattern:
      /()\{\{([<%])\s*(?:include|includemd|readfile|readFile|snippet|partial|content|reuse|import|embed-md|md|shared|excerpt)\s+(?:(?:file|path|src|name|page)=)?["']?([^\s"'>]+)["']?([^{}]*?)[>%]\}\}/g,
    read: ([, , , path = '', rest = '']) => tag(path, rest),
  },
  // Mintlify
  {
    pattern: /^([ \t]*)<Snippet\s+(?:file|src|path)=["']([^"']+)["']([^>]*?)\/>/gm,
    read: ([, , path = '', rest = '']) => ({ path, values: valuesIn(rest), isTag: true }),
  },
];

/** Marks of sections in a file that others include; they are never shown. */
export const SECTION_MARK = /^[^\n]*-{1,}8<-{1,}[ \t]*\[(?:start|end):[^\]\n]*\][^\n]*$/gm;
