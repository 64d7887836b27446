import { escapeHtml } from '#kb/values/escape.ts';
import type { NumberedLine } from './numbered-lines.ts';

const OPENING = /^[ \t]*\[block:([\w-]+)\][ \t]*$/;
const CLOSING = /^[ \t]*\[\/block\][ \t]*$/;

type Data = Record<string, unknown>;

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function list(value: unknown): Data[] {
  return Array.isArray(value) ? value.filter((one): one is Data => typeof one === 'object' && one !== null) : [];
}

function attribute(value: string): string {
  return escapeHtml(value.replace(/\s+/g, ' '));
}

function pictureLines({ images }: Data): string[] {
  return list(images).flatMap(({ image, caption, alt }) => {
    const [src, name] = Array.isArray(image) ? image.map(text) : [text(image), ''];
    if (!src) return [];
    const description = text(alt) || (/\.\w{2,4}$/.test(name ?? '') ? '' : (name ?? ''));
    const shown = `<img src="${attribute(src)}" alt="${attribute(description)}" />`;
    const below = text(caption).replace(/\s*\n\s*/g, ' ');
    return below ? ['<figure>', shown, `<figcaption>${below}</figcaption>`, '</figure>', ''] : [shown, ''];
  });
}

function tableLines({ data, cols, rows }: Data): string[] {
  const cells = (data ?? {}) as Data;
  const columns = Array.from({ length: Number(cols) || 0 }, (_none, at) => at);
  const cell = (row: string, column: number) =>
    text(cells[`${row}-${column}`])
      .trim()
      .replace(/\|/g, '\\|')
      .replace(/\s*\n\s*/g, '<br />');
  const line = (row: string) => `| ${columns.map((column) => cell(row, column)).join(' | ')} |`;
  const body = Array.from({ length: Number(rows) || 0 }, (_none, at) => line(String(at)));
  return [line('h'), `|${' - |'.repeat(columns.length)}`, ...body];
}

function codeLines({ codes }: Data): string[] {
  const all = list(codes).filter(({ code }) => text(code) !== '');
  const blocks = all.flatMap(({ code, language, name }) => {
    const fence = '`'.repeat(Math.max(3, ...(text(code).match(/`+/g) ?? []).map((run) => run.length + 1)));
    const title = text(name) || (all.length > 1 ? text(language).split('|')[1] : undefined);
    return [
      `${fence}${text(language).split('|')[0]}${title ? ` title="${attribute(title)}"` : ''}`,
      ...text(code).split('\n'),
      fence,
      '',
    ];
  });
  return all.length > 1 ? ['::: code-group', '', ...blocks, ':::'] : blocks;
}

function calloutLines({ type, title, body }: Data): string[] {
  return [
    `:::${text(type) || 'info'}${text(title) ? ` ${text(title)}` : ''}`,
    '',
    ...text(body).split('\n'),
    '',
    ':::',
  ];
}

/** The data of a block as Markdown; `undefined` if the block isn't known. */
function linesOf(kind: string, data: Data): string[] | undefined {
  switch (kind) {
    case 'callout':
      return calloutLines(data);
    case 'image':
      return pictureLines(data);
    case 'parameters':
      return tableLines(data);
    case 'code':
      return codeLines(data);
    case 'api-header':
      return [`## ${text(data.title)}`];
    case 'html':
      return text(data.html).split(/\n(?:[ \t]*\n)*/);
    case 'embed': {
      const address = text(data.url) || text(data.href) || text(data.iframe);
      return address ? [`<iframe src="${attribute(address)}" title="${attribute(text(data.title))}"></iframe>`] : [];
    }
    case 'textarea':
      return text(data.text).split('\n');
    default: {
      // A block without a meaning here says in the report what it was, and keeps its texts.
      const texts = Object.entries(data).filter(([, value]) => typeof value === 'string' && value !== '');
      const attributes = texts.map(([key, value]) => ` ${key}="${attribute(text(value))}"`).join('');
      const name = kind.replace(/(?:^|[^A-Za-z\d]+)([a-z])?/g, (_all, letter = '') => letter.toUpperCase());
      return texts.length === 0 ? undefined : [`<${name}${attributes} />`];
    }
  }
}

/** Writes the blocks that ReadMe keeps as JSON, `[block:callout]{…}[/block]`, as Markdown. */
export function writeReadMeBlocks(lines: readonly NumberedLine[]): NumberedLine[] {
  if (!lines.some(({ text: line }) => OPENING.test(line))) return [...lines];
  const result: NumberedLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as NumberedLine;
    const kind = OPENING.exec(line.text)?.[1];
    const end = kind === undefined ? -1 : lines.findIndex((other, index) => index > at && CLOSING.test(other.text));
    if (kind === undefined || end < 0) {
      result.push(line);
      continue;
    }
    const json = lines
      .slice(at + 1, end)
      .map(({ text: part }) => part)
      .join('\n');
    let written: string[] | undefined;
    try {
      written = linesOf(kind, JSON.parse(json) as Data);
    } catch {
      // A block that isn't JSON stays as it is written.
    }
    const shown = written ?? ['```json', ...json.split('\n'), '```'];
    result.push(...['', ...shown, ''].map((part) => ({ text: part, from: line.from })));
    at = end;
  }
  return result;
}
