import picomatch from 'picomatch';
import { type Data, isData } from '#kb/values/data.ts';
import type { SourceFile } from '../imported-site.ts';
import { fileNameOf, folderOf, joinPath } from '../links/paths.ts';
import { splitSourceFrontMatter } from '../read/front-matter.ts';
import { isPartPath } from '../visibility/private-paths.ts';
import { readVisibility, type Statement } from '../visibility/visibility.ts';
import { readDataOf } from './part-data.ts';

/** What the configuration of a source says about who may see a page. */
export type SiteRules = (path: string) => Statement[];

interface HidingRule {
  applies(path: string): boolean;
  statements: Statement[];
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** Patterns as in .gitignore, or paths, relative to a folder; a later one that starts with "!" takes paths back. */
function matcher(folder: string, patterns: readonly string[]): (path: string) => boolean {
  const rules = patterns.flatMap((written) => {
    const text = written.trim().replace(/^!/, '');
    if (text === '' || text.startsWith('#')) return [];
    const anywhere = !text.replace(/\/$/, '').includes('/');
    const glob = text.replace(/^\.?\//, '').replace(/\/$/, '');
    const inside = anywhere ? [`**/${glob}`, `**/${glob}/**`] : [glob, `${glob}/**`];
    return [{ back: written.trim().startsWith('!'), matches: picomatch(inside, { dot: true, nocase: true }) }];
  });
  return (path) => {
    if (folder !== '' && !path.startsWith(`${folder}/`)) return false;
    const inFolder = path.slice(folder === '' ? 0 : folder.length + 1);
    return rules.reduce((hidden, { back, matches }) => (matches(inFolder) ? !back : hidden), false);
  };
}

function excluded(folder: string, file: string, key: string, value: unknown, says: Statement['says']): HidingRule[] {
  const patterns = list(value).flatMap((one) => (typeof one === 'string' ? one.split('\n') : []));
  if (patterns.length === 0) return [];
  return [{ applies: matcher(folder, patterns), statements: [{ written: `${key} in ${file}`, says }] }];
}

/** The pages of a hidden group in a menu of Mintlify. */
function hiddenPages(value: unknown, hidden: boolean, found: string[]): string[] {
  if (typeof value === 'string' && hidden) found.push(value);
  else if (Array.isArray(value)) for (const one of value) hiddenPages(one, hidden, found);
  else if (isData(value)) {
    const isHidden = hidden || value.hidden === true || value.hidden === 'true' || value.public === false;
    for (const [key, one] of Object.entries(value))
      if (typeof one === 'object' || key === 'root') hiddenPages(one, isHidden, found);
  }
  return found;
}

/** Folders of Jekyll that become pages only if they are collections with pages of their own. */
function withoutOutput(folder: string, config: Data): HidingRule[] {
  if (config.collections === undefined) return [];
  const collections: Data = isData(config.collections) ? config.collections : {};
  const isOut = (one: unknown) => isData(one) && (one.output === true || one.output === 'true');
  const out = Object.entries(collections)
    .filter(([, one]) => isOut(one))
    .map(([name]) => `_${name}`);
  const shown = new Set([...out, ...list(config.include).map(String), '_posts', '_drafts']);
  const above = joinPath(folder, typeof config.collections_dir === 'string' ? config.collections_dir : '');
  const applies = (path: string) => {
    const [first = '', ...rest] = (
      above === '' ? path : path.startsWith(`${above}/`) ? path.slice(above.length + 1) : ''
    ).split('/');
    return rest.length > 0 && first.startsWith('_') && !isPartPath(path) && !shown.has(first);
  };
  return [{ applies, statements: [{ written: 'collections in _config.yml without output', says: 'hidden' }] }];
}

function rulesOf(file: SourceFile, today: string): HidingRule[] {
  const name = fileNameOf(file.path).toLowerCase();
  const folder = folderOf(file.path);
  const given = (values: unknown, at: string): Statement[] => {
    const { statements } = readVisibility(isData(values) ? values : {}, today);
    return statements
      .filter(({ says }) => says !== 'public')
      .map(({ written, says }) => ({ written: `${written} (${at})`, says }));
  };
  if (/^(?:_?index)\.(?:md|markdown)$/.test(name) && file.text.includes('cascade')) {
    return list(splitSourceFrontMatter(file.text.replace(/\r\n?/g, '\n')).data.cascade).flatMap((one): HidingRule[] => {
      const statements = given(one, file.path);
      const target = isData(one) ? (one._target ?? one.target) : undefined;
      const glob = isData(target) && typeof target.path === 'string' ? target.path.replace(/^\//, '') : '**';
      const applies = glob === '**' ? matcher(folder, ['**']) : matcher('', [`**/${glob}`, glob]);
      return statements.length > 0 ? [{ applies: (path) => path !== file.path && applies(path), statements }] : [];
    });
  }
  if (name === '.pages' || name === '.nav.yml') {
    const menu = readDataOf({ ...file, path: `${file.path}.yml` });
    const isHidden = isData(menu) && (menu.hide === true || menu.hide === 'true');
    return isHidden
      ? [{ applies: matcher(folder, ['**']), statements: [{ written: `hide: true in ${file.path}`, says: 'hidden' }] }]
      : [];
  }
  if (/^config\.[cm]?[jt]s$/.test(name) && /(?:^|\/)\.vitepress$/.test(folder)) {
    const listed = /srcExclude:\s*\[([^\]]*)\]/.exec(file.text)?.[1] ?? '';
    const patterns = [...listed.matchAll(/["']([^"'\n]+)["']/g)].map((match) => match[1] ?? '');
    return excluded(folderOf(folder), file.path, 'srcExclude', patterns, 'hidden');
  }
  if (!/^(?:mkdocs\.ya?ml|_config\.ya?ml|docs\.json|mint\.json)$/.test(name)) return [];
  const config = readDataOf(file);
  if (!isData(config)) return [];
  if (name.startsWith('mkdocs')) {
    const docs = joinPath(folder, typeof config.docs_dir === 'string' ? config.docs_dir : 'docs');
    return [
      ...excluded(docs, name, 'exclude_docs', config.exclude_docs, 'hidden'),
      ...excluded(docs, name, 'draft_docs', config.draft_docs, 'hidden'),
    ];
  }
  if (name.startsWith('_config')) {
    const defaults = list(config.defaults).flatMap((one): HidingRule[] => {
      const { scope, values } = isData(one) ? one : {};
      const statements = given(values, name);
      const path = isData(scope) && typeof scope.path === 'string' && scope.path !== '' ? scope.path : '**';
      const type = isData(scope) && typeof scope.type === 'string' ? scope.type : undefined;
      const inType = type === undefined || type === 'pages' ? () => true : matcher(folder, [`/_${type}/`]);
      const inPath = matcher(folder, [path.includes('/') || path === '**' ? path : `/${path}`]);
      return statements.length > 0 ? [{ applies: (page) => inPath(page) && inType(page), statements }] : [];
    });
    return [
      ...excluded(folder, name, 'exclude', config.exclude, 'hidden'),
      ...withoutOutput(folder, config),
      ...defaults,
    ];
  }
  const pages = hiddenPages(config.navigation, false, []).map((page) => `/${page.replace(/^\//, '')}{,.md,.mdx}`);
  return excluded(folder, name, 'hidden navigation', pages.length > 0 ? pages : undefined, 'hidden');
}

/** Reads what the configuration of a site generator hides: MkDocs, Jekyll, Hugo, Mintlify. */
export function readSiteRules(files: readonly SourceFile[], today: string): SiteRules {
  const rules = files.flatMap((file) => rulesOf(file, today));
  return (path) => rules.flatMap(({ applies, statements }) => (applies(path) ? statements : []));
}
