import { findCode } from './code-ranges.ts';
import type { NumberedLine } from './numbered-lines.ts';

const BORDER = /^ {0,3}\+(?:[-=:]{3,}\+)+ *$/;
const ROW = /^ {0,3}[|+].*[|+] *$/;

interface GridRow {
  cells: string[][];
  from: number;
  head: boolean;
}

function edgesOf(border: string): number[] {
  return [...border.matchAll(/\+/g)].map(({ index }) => index);
}

/** The texts between the edges of a line; an edge without `|` joins two columns. */
function textsIn(line: string, edges: readonly number[]): string[] {
  const split = line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/);
  // Wide letters move what is behind them, so a line with as many bars as columns is cut at its bars.
  if (split.length === edges.length - 1) return split;
  const texts: string[] = [];
  let start = edges[0] ?? 0;
  edges.slice(1).forEach((edge, at) => {
    const isCut = /[|+]/.test(line[edge] ?? '|') || at === edges.length - 2;
    texts.push(isCut ? line.slice(start + 1, edge) : '');
    if (isCut) start = edge;
  });
  return texts;
}

function dedented(lines: readonly string[]): string[] {
  const filled = lines.filter((line) => line.trim() !== '');
  const least = Math.min(...filled.map((line) => line.length - line.trimStart().length));
  const cut = lines.map((line) => line.slice(Number.isFinite(least) ? least : 0).trimEnd());
  while (cut[0] === '') cut.shift();
  while (cut.at(-1) === '') cut.pop();
  return cut;
}

function rowsOf(lines: readonly NumberedLine[]): GridRow[] {
  const edges = edgesOf(
    lines.reduce((widest, { text }) => {
      return BORDER.test(text) && edgesOf(text).length > edgesOf(widest).length ? text : widest;
    }, lines[0]?.text ?? ''),
  );
  const rows: GridRow[] = [];
  let open: GridRow | undefined;
  for (const { text, from } of lines) {
    if (BORDER.test(text)) {
      if (text.includes('=') && open) for (const row of [...rows, open]) row.head = true;
      if (open) rows.push(open);
      open = undefined;
      continue;
    }
    open ??= { cells: edges.slice(1).map(() => []), from, head: false };
    for (const [at, cell] of textsIn(text, edges).entries())
      open.cells[at]?.push(/^[-=+]{3,}$/.test(cell.trim()) ? '' : cell);
  }
  return open ? [...rows, open] : rows;
}

function isLine(cell: readonly string[]): boolean {
  return !cell.some(
    (line) => line === '' || /^\s*(?:[-*+]|\d+[.)]|>|```|#|\|)(?:\s|$)/.test(line) || line.endsWith('\\'),
  );
}

function written(rows: readonly { cells: string[][]; from: number; head: boolean }[]): NumberedLine[] {
  const isPlain = rows.filter(({ head }) => head).length === 1 && rows.every(({ cells }) => cells.every(isLine));
  if (isPlain) {
    return rows.flatMap(({ cells, from, head }) => {
      const row = { text: `| ${cells.map((cell) => cell.join(' ').replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`, from };
      return head ? [row, { text: `|${' - |'.repeat(cells.length)}`, from }] : [row];
    });
  }
  const from = rows[0]?.from ?? 1;
  const line = (text: string, number = from) => ({ text, from: number });
  return [
    line('<table>'),
    ...rows.flatMap((row) => {
      const name = row.head ? 'th' : 'td';
      const cells = row.cells.flatMap((cell) => [
        line(`<${name}>`, row.from),
        line('', row.from),
        ...cell.map((text) => line(text, row.from)),
        line('', row.from),
        line(`</${name}>`, row.from),
      ]);
      return [line('<tr>', row.from), ...cells, line('</tr>', row.from)];
    }),
    line('</table>'),
  ];
}

/** Writes grid tables (`+---+---+`), as pandoc and reStructuredText draw them, as pipe tables or, with blocks in cells, as HTML. */
export function writeGridTables(lines: readonly NumberedLine[]): NumberedLine[] {
  if (!lines.some(({ text }) => BORDER.test(text))) return [...lines];
  const { isCodeLine } = findCode(lines.map(({ text }) => text).join('\n'));
  const result: NumberedLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as NumberedLine;
    let end = at;
    if (BORDER.test(line.text) && !isCodeLine(at + 1)) while (ROW.test(lines[end]?.text ?? '')) end += 1;
    if (end < at + 3 || !BORDER.test(lines[end - 1]?.text ?? '')) {
      result.push(line);
      continue;
    }
    const rows = rowsOf(lines.slice(at, end)).map((row) => ({ ...row, cells: row.cells.map(dedented) }));
    const last = lines[end - 1]?.from ?? line.from;
    result.push({ text: '', from: line.from }, ...written(rows), { text: '', from: last });
    at = end - 1;
  }
  return result;
}
