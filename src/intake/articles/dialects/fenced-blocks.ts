import { escapeHtml } from '#kb/values/escape.ts';
import { attributesIn, type ComponentAttributes } from '../elements/component-tags.ts';
import { BLOCK_END, type BlockBook, plainTitle } from './block-marks.ts';
import { findCode } from './code-ranges.ts';
import { emptyLine, type NumberedLine } from './numbered-lines.ts';

const PREFIX = /^(\s*(?:>\s*)*)/;
/** Starts of blocks: the mark, then a name and more. `:::` of many, `///` of pymdownx, `::` of Nuxt. */
const FENCE = /^(:{3,}|\/{3,}|::(?!:))[ \t]*(.*?)[ \t]*$/;
/** Directives in fences of code: ```` ```{note} Title ```` of MyST, ```` ```ad-note ```` of Obsidian. */
const DIRECTIVE = /^(`{3,}|~{3,}|:{3,})[ \t]*(?:\{([\w-]+)\}|ad-([\w-]+))[ \t]*(.*)$/;
const MOVED =
  /^(?:note|tip|hint|info|important|warning|caution|danger|attention|error|seealso|admonition|dropdown|details|tab-set|tab-item|success|question|example|abstract|quote|bug|failure|todo|card|grid|grid-item-card)$/;
/** Tabs inside a block of tabs: `== Label` of VitePress, `@tab Label` of VuePress. */
const TAB_LINE = /^(?:==[ \t]+|@tab(?::active)?[ \t]+)(.+)$/;

interface Opening {
  name: string;
  attributes: ComponentAttributes;
}

/** Reads `{.note #id title="x"}`: pandoc, Quarto, and others that take attributes. */
function listed(words: string): Opening {
  const attributes = attributesIn(words.replace(/(^|\s)[.#][^\s}]+/g, ' '));
  const classes = [...words.matchAll(/(?:^|\s)\.([\w-]+)/g)].map((match) => match[1] ?? '');
  const style = attributes['custom-style'] ?? attributes.type ?? attributes.kind;
  delete attributes['custom-style'];
  const name =
    classes.find((one) => one.startsWith('callout-')) ?? classes[0] ?? (typeof style === 'string' ? style : '');
  return { name: name.replace(/^callout-(?=\w)/, ''), attributes };
}

function openingOf(rest: string): Opening {
  const pandoc = /^\{([^{}]*)\}[ \t]*:*$/.exec(rest);
  if (pandoc) return listed(pandoc[1] ?? '');
  const [, name = '', bracketed, more = ''] =
    /^([\w.-]+)[ \t]*(?:\[(.*?)\](?=[ \t]*(?:\{|$)))?[ \t]*(.*)$/s.exec(rest) ?? [];
  const braced = /^(.*?)[ \t]*\{(.*)\}$/.exec(more);
  const written = bracketed ?? (braced ? braced[1] : more) ?? '';
  const attributes = braced ? attributesIn((braced[2] ?? '').replace(/(^|\s)[.#][^\s}]+/g, ' ')) : {};
  const title = plainTitle(written.replace(/^\|[ \t]*/, ''));
  return { name, attributes: { ...attributes, ...(title && { title }) } };
}

/** Blocks of DocFX that are one line, such as `:::image source="a.png" alt-text="A":::`, as HTML. */
function lineOfDocFx(rest: string): string | undefined {
  const [, name = '', written = ''] = /^([\w-]+)[ \t]+(.*?)[ \t]*:{3,}$/.exec(rest) ?? [];
  const values = attributesIn(written);
  const value = (key: string) => escapeHtml(String(values[key] ?? ''));
  if (name === 'image') return `<img src="${value('source')}" alt="${value('alt-text')}" />`;
  if (name === 'video') return `<iframe src="${value('source')}" title="${value('title')}"></iframe>`;
  return undefined;
}

const DOCFX_END = /^(?:\w+-end|\/\w[\w-]*|end\w*|:*)$/;
const NEVER_BLOCKS = /^(?:row|column|zone|moniker|image|v-pre|raw|no-loc)\b/;

interface Open {
  sign: string;
  tabs: boolean;
  tabOpen: boolean;
}

/** The options of a block of pymdownx, indented below its first line: `    type: warning`. */
function optionsBelow(lines: readonly NumberedLine[], at: number): [key: string, value: string][] {
  const options: [string, string][] = [];
  for (let below = at + 1; below < lines.length; below += 1) {
    const [, key, value = ''] = /^[\s>]* {4}([\w-]+):[ \t]*(.*?)[ \t]*$/.exec(lines[below]?.text ?? '') ?? [];
    if (key === undefined) break;
    options.push([key, value.replace(/^["']|["']$/g, '')]);
  }
  return options;
}

/** Replaces the fences of blocks with marks, each between blank lines. */
export function markFences(lines: readonly NumberedLine[], book: BlockBook): NumberedLine[] {
  const all = lines.map(({ text }) => text).join('\n');
  if (!/^[\s>]*(?::::|\/\/\/|::[a-z]|(?:`{3,}|~{3,})[ \t]*(?:\{[\w-]+\}|ad-))/m.test(all)) return [...lines];
  const { isCodeLine } = findCode(all);
  const open: Open[] = [];
  const hasNuxt = /^\s*::[ \t]*$/m.test(all);
  const skipped = new Set<number>();
  let directive: { fence: string; isOptions: boolean } | undefined;
  return lines.flatMap((line, at) => {
    if (skipped.has(at)) return [];
    const prefix = PREFIX.exec(line.text)?.[1] ?? '';
    const text = line.text.slice(prefix.length);
    const alone = (...marks: string[]) =>
      marks.flatMap((mark) => [
        emptyLine(prefix, line.from),
        { text: prefix + mark, from: line.from },
        emptyLine(prefix, line.from),
      ]);
    if (directive) {
      if (text.trim() === directive.fence) {
        directive = undefined;
        return alone(BLOCK_END);
      }
      if (directive.isOptions && /^(?::[\w-]+:|(?:title|collapse|icon|color):)/.test(text)) return [];
      directive.isOptions = false;
      return [line];
    }
    const isFence = /^(?:`{3,}|~{3,})/.test(text);
    const moved = DIRECTIVE.exec(text);
    if (moved && MOVED.test(moved[2] ?? moved[3] ?? '') && (isFence || !isCodeLine(at + 1))) {
      const named = /^title:[ \t]*(.+)$/.exec((lines[at + 1]?.text ?? '').trim())?.[1];
      const title = plainTitle(moved[4] || named || '');
      const name = `{${moved[2] ?? moved[3]}}`;
      if (isFence) directive = { fence: moved[1] ?? '', isOptions: true };
      else open.push({ sign: ':::', tabs: false, tabOpen: false });
      return alone(book.open(name, title ? { title } : {}));
    }
    if (isCodeLine(at + 1)) return [line];
    const around = open.at(-1);
    const tab = around?.tabs ? TAB_LINE.exec(text) : null;
    if (tab && around) {
      const marks = [...(around.tabOpen ? [BLOCK_END] : []), book.open('tab', { title: plainTitle(tab[1] ?? '') })];
      around.tabOpen = true;
      return alone(...marks);
    }
    const [, sign = '', rest = ''] = FENCE.exec(text) ?? [];
    if (sign === '' || (sign === '::' && !(hasNuxt && /^[a-z][\w-]*(?:[[{].*)?$|^$/.test(rest)))) return [line];
    if (sign.startsWith('/') && !/^(?:[a-z][\w-]*(?:[ \t]*\|.*)?)?$/.test(rest)) return [line];
    const shown = lineOfDocFx(rest);
    if (shown !== undefined) return alone(shown);
    if (DOCFX_END.test(rest)) {
      const closed = open.pop();
      return closed ? alone(...(closed.tabOpen ? [BLOCK_END] : []), BLOCK_END) : alone(BLOCK_END);
    }
    if (NEVER_BLOCKS.test(rest) && /:{3,}$/.test(rest)) return alone(book.open('group'));
    const oneLine = /^([\w-]+)[ \t]+(.*?)[ \t]*:{3,}$/.exec(rest);
    if (oneLine) return alone(book.open(`:::${oneLine[1]}`), oneLine[2] ?? '', BLOCK_END);
    const { name, attributes } = openingOf(rest);
    open.push({ sign, tabs: /tabs$/i.test(name), tabOpen: false });
    if (sign.startsWith('/')) {
      const options = optionsBelow(lines, at);
      for (let below = at + 1; below <= at + options.length; below += 1) skipped.add(below);
      if (name === 'html') return alone(book.open('group'));
      const type = options.find(([key]) => key === 'type')?.[1];
      return alone(book.open(`:::${name}`, { ...attributes, ...(type && name === 'admonition' && { type }) }));
    }
    return alone(book.open(name === '' ? 'group' : `:::${name}`, attributes));
  });
}
