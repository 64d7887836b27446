import { parse as parseYaml } from 'yaml';
import { isData } from '#kb/values/data.ts';
import type { SourceMove } from '../collection.ts';
import type { SourceFile } from '../imported-site.ts';
import { fileNameOf, joinPath } from '../links/paths.ts';
import { readJsData } from '../navigation/js-data.ts';

const NAMES =
  /^(?:mkdocs\.ya?ml|docs\.json|mint\.json|vercel\.json|\.gitbook\.ya?ml|_redirects|redirects\.(?:json|ya?ml)|(?:astro|docusaurus|next)\.config\.[cm]?[jt]s)$/;
const FROM = ['from', 'source', 'old', 'path'];
const TO = ['to', 'destination', 'target', 'new', 'url'];

/** Whether a file can say where old addresses lead. */
export function isRedirectFile(path: string): boolean {
  return NAMES.test(fileNameOf(path));
}

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '');
}

/** `[{from, to}]` in any of their names, or `{old: new}`. */
function pairs(value: unknown): { from: string; to: string }[] {
  if (Array.isArray(value)) {
    return value.filter(isData).flatMap((one) => {
      const to = TO.flatMap((key) => texts(one[key]))[0];
      return to === undefined ? [] : FROM.flatMap((key) => texts(one[key])).map((from) => ({ from, to }));
    });
  }
  if (!isData(value)) return [];
  return Object.entries(value).flatMap(([from, target]) => {
    const to = isData(target) ? texts(target.destination ?? target.to)[0] : texts(target)[0];
    return to === undefined ? [] : [{ from, to }];
  });
}

function findRedirects(value: unknown, depth = 0): { from: string; to: string }[] {
  if (depth > 8 || typeof value !== 'object' || value === null) return [];
  if (isData(value)) {
    // The plugin of MkDocs calls them redirect_maps.
    const found = [value.redirect_maps, value.redirects].flatMap(pairs);
    if (found.length > 0) return found;
  }
  return Object.values(value).flatMap((inner) => findRedirects(inner, depth + 1));
}

/** `/old /new 301`, one in a line. */
function redirectLines(text: string): { from: string; to: string }[] {
  return text.split('\n').flatMap((line) => {
    const [from = '', to = '', status = '301'] = line.replace(/#.*/, '').trim().split(/\s+/);
    return from.startsWith('/') && to !== '' && /^30\d/.test(status) ? [{ from, to }] : [];
  });
}

function read({ path, text }: SourceFile): { from: string; to: string }[] {
  try {
    if (fileNameOf(path) === '_redirects') return redirectLines(text);
    if (path.endsWith('.json'))
      return findRedirects(/redirects\.json$/.test(path) ? { redirects: JSON.parse(text) } : JSON.parse(text));
    if (/\.[cm]?[jt]s$/.test(path)) return findRedirects(readJsData(text));
    const data: unknown = parseYaml(text, { logLevel: 'silent', uniqueKeys: false });
    const root = isData(data) && /\.gitbook\.ya?ml$/.test(path) && typeof data.root === 'string' ? data.root : '';
    const found = findRedirects(/redirects\.ya?ml$/.test(path) ? { redirects: data } : data);
    return root === '' ? found : found.map(({ from, to }) => ({ from, to: joinPath(root, to) }));
  } catch {
    return [];
  }
}

/** Reads where old addresses lead from the files that hosts and site generators have for it. */
export function readRedirectFiles(files: readonly SourceFile[]): SourceMove[] {
  return files
    .filter(({ path }) => isRedirectFile(path))
    .flatMap((file) => read(file).map((move) => ({ ...move, source: file.path })));
}
