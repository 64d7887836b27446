import { type Data, isData } from '#kb/values/data.ts';
import { findCode } from '../dialects/code-ranges.ts';
import type { SourceFile } from '../imported-site.ts';
import { fileNameOf, folderOf } from '../links/paths.ts';
import { type MappedText, replaceMapped } from './mapped-text.ts';
import { readDataOf } from './part-data.ts';

function data(value: unknown): Data {
  return isData(value) ? value : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

function at(value: unknown, path: readonly string[]): unknown {
  let now = value;
  for (const name of path) {
    const key = name.toLowerCase();
    if (!isData(now)) return undefined;
    const own = Object.hasOwn(now, name) ? name : Object.keys(now).find((one) => one.toLowerCase() === key);
    now = own === undefined ? undefined : now[own];
  }
  return now;
}

/** What a configuration file defines for its pages: names that start with `site.` and other names. */
function definedBy(file: SourceFile): { site?: Data; alone?: Data } | undefined {
  const name = fileNameOf(file.path).toLowerCase();
  const whole = () => data(readDataOf(file));
  if (/^_config(?:\.[\w-]+)?\.(?:ya?ml|toml)$/.test(name)) return { site: whole() };
  if (/^(?:mkdocs|zensical)\.(?:ya?ml|toml)$/.test(name)) {
    const config = whole();
    return { alone: { ...data(config.extra), config } };
  }
  if (/(?:^|\/)\.gitbook\/vars\.ya?ml$/.test(file.path)) return { alone: { space: { vars: whole() } } };
  if (/^(?:docs|mint)\.json$/.test(name)) return { alone: data(whole().variables) };
  if (name === 'book.json') return { alone: { book: data(whole().variables) } };
  if (/^_?variables\.(?:[cm]?[jt]s|json|ya?ml)$/.test(name)) return { alone: whole() };
  if (/^(?:hugo|config)\.(?:toml|ya?ml|json)$/.test(name)) {
    const config = whole();
    return { site: { ...config, params: data(config.params) }, alone: data(config.params) };
  }
  return /(?:^|\/)config\/(?:[\w-]+\/)?params\.(?:toml|ya?ml)$/.test(file.path)
    ? { site: { params: whole() }, alone: whole() }
    : undefined;
}

const DATA_FILE = /(?:^|\/)(?:_data|docs\/_data|data)\/(.+)\.(?:ya?ml|json|toml)$/;

/** The variables of a source, by the folder in which they are valid. */
export interface Variables {
  /**
   * @param path of the page
   * @param name such as `site.phone`, as it is written
   */
  lookUp(path: string, name: readonly string[]): string | undefined;
  /** The same for a value of any kind, such as a list. */
  valueOf(path: string, name: readonly string[]): unknown;
}

export function readVariables(files: readonly SourceFile[]): Variables {
  const defined = files.flatMap((file) => {
    const found = definedBy(file);
    return found
      ? [{ folder: folderOf(file.path).replace(/(?:^|\/)(?:config(?:\/[\w-]+)?|\.gitbook)$/, ''), ...found }]
      : [];
  });
  const tables = files.flatMap((file) => {
    const name = DATA_FILE.exec(file.path)?.[1];
    return name === undefined ? [] : [{ name: name.split('/'), file }];
  });
  const read = new Map<SourceFile, unknown>();
  const tableValue = (path: readonly string[]): unknown => {
    for (const { name, file } of tables) {
      if (name.some((part, index) => part.toLowerCase() !== path[index]?.toLowerCase())) continue;
      if (!read.has(file)) read.set(file, readDataOf(file));
      const value = at(read.get(file), path.slice(name.length));
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const nearest = (path: string) => {
    const above = defined.filter(({ folder }) => folder === '' || `${path}/`.startsWith(`${folder}/`));
    return above.sort((a, b) => b.folder.length - a.folder.length);
  };
  const find = <T>(path: string, name: readonly string[], kind: (value: unknown) => T | undefined): T | undefined => {
    const [first = '', ...rest] = name;
    const wide = /^(?:site|\$site|\.site)$/i.test(first);
    if ((wide && rest[0] === 'data') || first === 'variables') return kind(tableValue(wide ? rest.slice(1) : name));
    for (const { site, alone } of nearest(path)) {
      const value = kind(wide ? at(site, rest) : at(alone, name));
      if (value !== undefined) return value;
    }
    return wide ? undefined : kind(tableValue(name));
  };
  return {
    lookUp: (path, name) => find(path, name, textOf),
    valueOf: (path, name) => find(path, name, (value) => value),
  };
}

/** Liquid's filters that change nothing a reader would miss. */
const NO_CHANGE =
  /^(?:escape|escape_once|strip|lstrip|rstrip|strip_html|markdownify|smartify|xml_escape|safe|e|trim|safeHTML)\b/;

function filtered(value: string | undefined, filters: readonly string[]): string | undefined {
  let now = value;
  for (const filter of filters) {
    const fallback = /^default\s*[:(]\s*["']([^"']*)["']/.exec(filter)?.[1];
    if (fallback !== undefined) now ??= fallback;
    else if (/^(?:upcase|upper)\b/.test(filter)) now = now?.toUpperCase();
    else if (/^(?:downcase|lower)\b/.test(filter)) now = now?.toLowerCase();
    else if (/^capitalize\b/.test(filter)) now = now && now.charAt(0).toUpperCase() + now.slice(1);
    else if (!NO_CHANGE.test(filter)) return undefined;
  }
  return now;
}

const OWN = /^(?:page|\$?frontmatter|frontMatter|meta|\$page|this)$/;
const PARAM = /\{\{[<%]\s*(?:param|var|meta|get|site-param|siteparam)\s+["']?([\w.-]+)["']?\s*()[>%]\}\}/g;
const PATTERNS = [
  /\{\{-?\s*(\.?[$\w][\w.$-]*)\s*((?:\|[^{}]*)?)-?\}\}/g,
  PARAM,
  /\{%-?\s*data\s+(variables\.[\w.-]+)\s*()-?%\}/g,
  /\$\[([\w.-]+)\]()(?!\()/g,
  /<code class="expression">((?:space|page)\.vars\.[\w.-]+)()<\/code>/g,
];

/** Variables that a page sets itself, with Liquid. */
function assignedIn(text: MappedText): { text: MappedText; assigned: Data } {
  const assigned: Data = {};
  const plain = replaceMapped(
    text,
    /\{%-?\s*assign\s+([\w-]+)\s*=\s*(?:"([^"{}]*)"|'([^'{}]*)'|(\d[\d.]*))\s*-?%\}/g,
    ([, name = '', double, single, number]) => {
      assigned[name] = double ?? single ?? number;
      return '';
    },
  );
  const captured = replaceMapped(
    plain,
    /\{%-?\s*capture\s+["']?([\w-]+)["']?\s*-?%\}([\s\S]*?)\{%-?\s*endcapture\s*-?%\}/g,
    ([whole, name = '', inside = '']) => {
      assigned[name] = inside.trim();
      return whole.replace(/[^\n]/g, '');
    },
  );
  return { text: captured, assigned };
}

/**
 * Puts the values of variables into a page: those of the site's configuration and data files, of its own front matter,
 * and those that it sets itself. A variable that nothing defines stays.
 */
export function fillVariables(path: string, text: MappedText, front: Data, variables: Variables): MappedText {
  if (!/\{\{|\{%|\$\[|class="expression"/.test(text.text)) return text;
  const { text: plain, assigned } = assignedIn(text);
  const own = { ...data(front.substitutions), ...data(data(front.myst).substitutions), ...assigned };
  const valueFor = (written: string, ownFirst: boolean): string | undefined => {
    const name = written
      .replace(/^\.Site\./, 'site.')
      .replace(/^\.Params\./, '')
      .split('.')
      .filter(Boolean);
    if (OWN.test(name[0] ?? '')) return textOf(at(front, name.slice(1)));
    const param = ownFirst || written.startsWith('.Params.') ? textOf(at(front, name)) : undefined;
    return param ?? textOf(at(own, name)) ?? variables.lookUp(path, name);
  };
  let now = plain;
  for (const pattern of PATTERNS) {
    const { isCode } = findCode(now.text);
    now = replaceMapped(now, pattern, ({ index, 1: name = '', 2: filters = '' }) => {
      // A value can refer to others; in code, a placeholder of the reader's own can have the same name as a key here.
      if (
        isCode(index) &&
        !/^(?:site|page|variables|config|book)\.|^\$/.test(name) &&
        !now.text.startsWith('$[', index)
      )
        return undefined;
      const parts = filters
        .split('|')
        .map((one) => one.trim())
        .filter((one) => one !== '');
      return filtered(valueFor(name, pattern === PARAM), parts);
    });
  }
  return now;
}
