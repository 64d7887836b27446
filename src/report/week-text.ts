import type { Coverage } from '#kb/tickets/worklist/coverage.ts';
import type { WeekItem } from '#kb/tickets/worklist/week-item.ts';
import { dismissedSummary } from './dismissed-text.ts';
import { formatNumber } from './layout/numbers.ts';
import { wrapText } from './layout/wrap-text.ts';
import * as wording from './week-wording.ts';

const WIDTH = 100;
/** Of a title, before the numbers. */
const TITLE = 56;

/** The first screen of the report: what to do this week. */
export function weekText(name: string, coverage: Coverage): string[] {
  const { thisWeek } = coverage;
  const { items, more, over } = thisWeek;
  const header = [wording.weekTitle(thisWeek), 'tickets', 'usual', 'extra'];
  return [
    wording.headline(name, coverage),
    ...wording.dataLines(coverage).flatMap((line) => wrapText(line, WIDTH)),
    '',
    items.length === 0 ? `${header[0]}` : columns(header, TITLE + 5),
    ...items.flatMap((item, index) => itemLines(item, index + 1)),
    ...(more > 0 ? [`    ${wording.moreText(more)}`] : []),
    ...(over[0] ? [...wrapText(wording.overLine(over), WIDTH), `     ${over[0].command}`] : []),
    ...[...wording.steadyLines(thisWeek), ...dismissedSummary(coverage.dismissed)].flatMap((line) =>
      wrapText(line, WIDTH),
    ),
  ];
}

function itemLines(item: WeekItem, place: number): string[] {
  const mark = item.more === null ? ' ' : '▲';
  const [first = '', ...rest] = wrapText(item.title, TITLE);
  const facts = [
    wording.sinceText(item),
    wording.whyText(item),
    ...(item.verb === 'edit' || item.verb === 'update' ? [`"${item.article?.title ?? ''}"`] : []),
    wording.doText(item),
  ].filter((fact) => fact !== '');
  const head = `${String(place).padStart(2)} ${mark} ${first}`;
  return [
    columns([head, formatNumber(item.tickets), wording.usualOf(item), wording.extraText(item)], TITLE + 5),
    ...rest.map((line) => `     ${line}`),
    ...joined(facts, WIDTH - 5).map((line) => `     ${line}`),
  ];
}

/** Facts on as few lines as fit; one that is too long, such as a command, has a line of its own. */
function joined(facts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const fact of facts) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 3 + fact.length <= width) lines[lines.length - 1] = `${line} · ${fact}`;
    else lines.push(fact);
  }
  return lines;
}

function columns([first = '', ...numbers]: readonly string[], width: number): string {
  return `${first.padEnd(width)}${numbers.map((number) => number.padStart(9)).join('')}`;
}
