import { articleDigest, idOfPath } from '#kb/content/article.ts';
import type { Library } from '#kb/content/library.ts';
import { oldAddressFault } from '#kb/redirects/old-address.ts';
import { compareText } from '#kb/values/text.ts';
import { readFrontMatter } from '#markdown/front-matter.ts';
import { editFrontMatter, editYamlList } from '#markdown/front-matter-text.ts';
import { moveAddresses } from '#markdown/moved-addresses.ts';
import { type KeyPath, replaceScalars } from '#markdown/replace-scalars.ts';
import type { MovePlan, Sources } from './plan-moves.ts';

/** What a move changes in the text of files. */
export interface Rewritten {
  /** The new texts, by the old path of each file. */
  texts: Map<string, string>;
  /** How many links and ids changed in each file, by its old path. */
  changed: Map<string, number>;
  /** The old addresses that redirect. */
  redirects: string[];
}

/** Articles and snippets with their links, related articles, redirects and the digests of their originals. */
export function rewriteArticles(library: Library, sources: Sources, plan: MovePlan): Rewritten {
  const made: Rewritten = { texts: new Map(), changed: new Map(), redirects: [] };
  const texts = new Map<string, string>();
  for (const [path, source] of sources) {
    const body = moveAddresses(source, path, plan);
    let { changed } = body;
    const text = path.startsWith('snippets/')
      ? body.text
      : editFrontMatter(body.text, (yaml) => {
          const related = replaceScalars(yaml, (value, [key, place], isKey) =>
            key === 'related' && place !== undefined && !isKey ? plan.ids.get(value) : undefined,
          );
          changed += related.changed;
          return withRedirects(related.text, path, library, plan, made.redirects);
        });
    texts.set(path, text);
    if (changed > 0) made.changed.set(path, changed);
  }
  for (const [path, text] of withDigests(library, sources, texts))
    if (text !== sources.get(path)) made.texts.set(path, text);
  return made;
}

function withRedirects(yaml: string, path: string, library: Library, plan: MovePlan, written: string[]): string {
  const id = idOfPath(path);
  const fresh = plan.ids.get(id);
  if (fresh === undefined) return yaml;
  const { locales, defaultLocale } = library.site;
  const locale = path.split('/')[1] ?? '';
  const article = library.exact(locale, id);
  // Readers of a language without a translation saw the original at an address of their own.
  const spoken = locales.filter((one) => one === locale || (locale === defaultLocale && !library.exact(one, id)));
  const isSectionNow = [...plan.ids.values()].some((other) => other.startsWith(`${id}/`));
  const add = spoken
    .map((one) => `/${one}/${id}`)
    .filter((one) => oldAddressFault(one) === undefined && !isSectionNow && article?.confidence !== 'work-in-progress');
  written.push(...add);
  // It was there before: it can't redirect to itself.
  const remove = locales.flatMap((one) => [`/${one}/${fresh}`, `/${one}/${fresh}/`]);
  return editYamlList(yaml, 'redirectFrom', add, remove);
}

/** If only links of an original have changed, its translations are as good as before. */
function withDigests(library: Library, sources: Sources, texts: ReadonlyMap<string, string>): Map<string, string> {
  const all = new Map(texts);
  for (const original of library.articles) {
    if (original.locale !== library.site.defaultLocale) continue;
    const digest = digestOf(original, texts.get(original.path) ?? '', original.path);
    // The digest of the text as it was read, in case it was read in another way.
    if (digest === digestOf(original, sources.get(original.path) ?? '', original.path)) continue;
    for (const { id, locale, path, source } of library.articles)
      if (id === original.id && locale !== original.locale && source === original.digest)
        all.set(
          path,
          editFrontMatter(
            all.get(path) ?? '',
            (yaml) =>
              replaceScalars(yaml, (value, [key], isKey) =>
                key === 'source' && !isKey && value === source ? digest : undefined,
              ).text,
          ),
        );
  }
  return all;
}

function digestOf(fields: Parameters<typeof articleDigest>[0], source: string, path: string): string {
  return articleDigest(fields, readFrontMatter(source, path).body);
}

/** Other files of the company in which an id or an address can be. */
export function rewriteFile(path: string, text: string, plan: MovePlan): { text: string; changed: number } {
  if (path.endsWith('.csv')) return rewriteRecords(text, plan);
  const address = (value: string) => {
    const [, slash = '', id = '', rest = ''] = /^(\/)([^?#]*?)(\/?(?:[?#].*)?)$/.exec(value) ?? [];
    const to = plan.ids.get(id) ?? plan.sections.get(id);
    return slash === '' || to === undefined ? undefined : `/${to}${rest}`;
  };
  const article = (value: string) => plan.ids.get(value);
  const section = (value: string) => plan.sections.get(value);
  return replaceScalars(text, (value, keys, isKey) => {
    if (path === 'site.yaml' && isKey) return keys.length === 1 && keys[0] === 'sections' ? section(value) : undefined;
    if (isKey) return undefined;
    if (path === 'searches.yaml') return ends(keys, 'article') ? article(value) : undefined;
    if (path === 'dismissed.yaml') return keys[0] === 'dismissed' && ends(keys, 'article') ? article(value) : undefined;
    if (path.startsWith('announcements/')) return keys[0] === 'sections' ? section(value) : undefined;
    if (path === 'site.yaml' && keys[0] === 'widget' && keys[1] === 'pages')
      return keys[3] === 'articles' ? article(value) : ends(keys, 'section') ? section(value) : undefined;
    if (path.endsWith('theme.yaml')) return ['header', 'footer'].includes(String(keys[0])) ? address(value) : undefined;
    return undefined;
  });
}

function ends(keys: KeyPath, key: string): boolean {
  return keys.at(-1) === key;
}

/** Records have ids in cells. Several ids in one cell are sorted. */
function rewriteRecords(text: string, plan: MovePlan): { text: string; changed: number } {
  let changed = 0;
  const moved = text.replace(/[^,"\r\n]+/g, (cell) => {
    const words = cell.split(' ');
    if (!words.some((word) => plan.ids.has(word))) return cell;
    changed++;
    return [...new Set(words.map((word) => plan.ids.get(word) ?? word))].sort(compareText).join(' ');
  });
  return { text: moved, changed };
}
