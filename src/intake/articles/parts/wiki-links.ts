import { slug } from 'github-slugger';
import { decodeAddress } from '#kb/values/decode-address.ts';
import { findCode } from '../dialects/code-ranges.ts';
import { fileNameOf, folderOf, joinPath, stemOf } from '../links/paths.ts';
import { type MappedText, replaceMapped } from './mapped-text.ts';

const WIKI_LINK = /(!?)\[\[((?:[^[\]\n|#^\\]|\\(?!\|))*)((?:[#^](?:[^[\]\n|\\]|\\(?!\|))*)?)((?:\\?\|[^[\]\n]*)?)\]\]/g;
const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)$/i;
const PAGE = /\.(?:mdx?|markdown)$/i;

/** Finds what note apps and wikis link by name alone. */
export interface NameFinder {
  /** The path of the one file of that name, near the page or anywhere; pages can be named without their ending. */
  find(from: string, name: string): string | undefined;
  /** Whether the source links by name at all: otherwise `[[x]]` is text. */
  isUsed: boolean;
}

export function nameFinder(
  pages: readonly { path: string; body: string; data: Record<string, unknown> }[],
  assets: ReadonlySet<string>,
): NameFinder {
  const texts = pages.filter(({ body }) => body.includes('[['));
  const loose = (name: string) =>
    name
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ')
      .trim();
  const byName = new Map<string, string[]>();
  const add = (name: string, path: string) => {
    const known = byName.get(loose(name));
    if (!known) byName.set(loose(name), [path]);
    else if (!known.includes(path)) known.push(path);
  };
  if (texts.length > 0) {
    for (const path of assets) add(fileNameOf(path), path);
    for (const { path, data } of pages) {
      for (const name of [fileNameOf(path), stemOf(path), path, path.replace(PAGE, '')]) add(name, path);
      const others = Array.isArray(data.aliases) ? data.aliases : [data.aliases, data.title];
      for (const name of others) if (typeof name === 'string' && !byName.has(loose(name))) add(name, path);
    }
  }
  const find = (from: string, name: string): string | undefined => {
    const path = decodeAddress(name.trim());
    if (path === '') return from;
    const all = byName.get(loose(fileNameOf(path))) ?? byName.get(loose(path)) ?? [];
    const fits = path.includes('/')
      ? all.filter((one) => loose(one.replace(PAGE, '')).endsWith(loose(path.replace(PAGE, ''))))
      : all;
    const near = fits.find((one) => folderOf(one) === folderOf(from) || one === joinPath(folderOf(from), path));
    return near ?? (fits.length > 0 ? fits[0] : undefined);
  };
  const leads = (from: string, name: string) => name.trim() !== '' && find(from, name) !== undefined;
  const isUsed = texts.some(({ path, body }) =>
    [...body.matchAll(WIKI_LINK)].some(([, , target = '', , after = '']) => {
      return leads(path, target) || leads(path, after.replace(/^\\?\|/, ''));
    }),
  );
  return { find, isUsed };
}

function label(text: string): string {
  return text.trim().replace(/[\\[\]]/g, '\\$&');
}

/** Turns links and pictures such as `[[Order a card#Fees|fees]]` and `![[card.png|300]]` into those of Markdown. */
export function turnWikiLinks(
  path: string,
  text: MappedText,
  names: NameFinder,
  report: (line: number, what: string) => void,
): MappedText {
  if (!names.isUsed || !text.text.includes('[[')) return text;
  const { isCode } = findCode(text.text);
  return replaceMapped(text, WIKI_LINK, (match, line) => {
    if (isCode(match.index)) return undefined;
    const [whole, mark = '', written = '', place = '', after = ''] = match;
    const more = after.replace(/^\\?\|/, '').trim();
    let target = written.trim();
    let says = more;
    let found = names.find(path, target);
    // A GitHub wiki writes the text first: [[text|Page]].
    if (!found && more !== '') {
      found = names.find(path, more);
      if (found) [target, says] = [more, target];
    }
    const heading = place.startsWith('#') && !place.startsWith('#^') ? (place.split('#').at(-1) ?? '').trim() : '';
    if (!found) {
      const shown = says || [target, heading].filter((one) => one !== '').join(': ');
      report(line, `The link to "${target}" matches no file in the folder; only its text was kept.`);
      return mark ? '' : label(shown) || whole;
    }
    const address = `/${found}${heading === '' ? '' : `#${slug(heading)}`}`;
    if (mark && PICTURE.test(found)) {
      const alt = /^\d*(?:x\d+)?$/.test(says) ? stemOf(found).replace(/[-_]+/g, ' ') : says;
      return `![${label(alt)}](<${address}>)`;
    }
    if (mark && PAGE.test(found)) report(line, `The page "${target}" was shown here; it's a link now.`);
    const shown = (/^\d*(?:x\d+)?$/.test(says) ? '' : says) || heading || fileNameOf(target).replace(PAGE, '');
    return found === path && heading !== ''
      ? `[${label(shown)}](#${slug(heading)})`
      : `[${label(shown)}](<${address}>)`;
  });
}

/** Tasks in other states than done or open, sizes of pictures, and notes in a line: `[>]`, `![A|100](…)`, `^[…]`. */
function dropNoteAppMarks(text: MappedText): MappedText {
  const { isCode } = findCode(text.text);
  const put = (now: MappedText, pattern: RegExp, instead: (match: RegExpExecArray) => string) =>
    replaceMapped(now, pattern, (match) => (isCode(match.index) ? undefined : instead(match)));
  const changes: [RegExp, (match: RegExpExecArray) => string][] = [
    [/^([ \t>]*(?:[-*+]|\d+[.)])[ \t]+)\[[^ xX\]\w]\][ \t]+/gm, ([, start = '']) => start],
    [/!\[([^[\]\n]*?)\|?(?<=[[|])\d+(?:x\d+)?\](?=\()/g, ([, alt = '']) => `![${alt}]`],
    [/(?<=\S)\^\[([^[\]\n]+)\]/g, ([, note = '']) => ` (${note})`],
  ];
  for (const [pattern, instead] of changes) {
    const next = put(text, pattern, instead);
    if (next.text !== text.text) return next;
  }
  return text;
}

/** Marks of a note app that are not for readers: names of blocks, lines of tags, and highlighter pens. */
export function dropNoteMarks(text: MappedText, names: NameFinder): MappedText {
  if (!names.isUsed) return text;
  const { isCode } = findCode(text.text);
  const unlessCode = (instead: (match: RegExpExecArray) => string) => (match: RegExpExecArray) =>
    isCode(match.index) ? undefined : instead(match);
  const noted = dropNoteAppMarks(text);
  if (noted.text !== text.text) return dropNoteMarks(noted, names);
  const blocks = replaceMapped(
    text,
    /(?<=\S)[ \t]+\^[\w-]+[ \t]*$/gm,
    unlessCode(() => ''),
  );
  if (blocks.text !== text.text) return dropNoteMarks(blocks, names);
  const tags = replaceMapped(
    text,
    /^(?:[ \t]*#[\p{L}][\p{L}\p{N}/_-]*)+[ \t]*$/gmu,
    unlessCode(() => ''),
  );
  if (tags.text !== text.text) return dropNoteMarks(tags, names);
  return replaceMapped(
    text,
    /==(?=\S)([^=\n]+?)(?<=\S)==/g,
    unlessCode(([, inside]) => `<mark>${inside}</mark>`),
  );
}
