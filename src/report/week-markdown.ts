import type { Coverage } from '#kb/tickets/worklist/coverage.ts';
import type { WeekItem } from '#kb/tickets/worklist/week-item.ts';
import { dismissedSummary } from './dismissed-text.ts';
import { markdownCode as code, markdownTable, markdownText as text } from './layout/markdown-table.ts';
import { formatNumber } from './layout/numbers.ts';
import * as wording from './week-wording.ts';

const numbers = new Set(['', 'Tickets', 'Usual', 'Extra']);

/** The first screen of the report: what to do this week. */
export function weekMarkdown(name: string, coverage: Coverage): string[] {
  const { thisWeek } = coverage;
  const { items, more, over } = thisWeek;
  return [
    `**${text(wording.headline(name, coverage))}**`,
    ...wording.dataLines(coverage).map(text),
    `## ${wording.weekTitle(thisWeek)}`,
    ...(items.length === 0 ? [] : [weekItemsTable(items)]),
    ...(more > 0 ? [wording.moreText(more)] : []),
    ...(over[0] ? [`${text(wording.overLine(over))} ${code(over[0].command)}`] : []),
    ...[...wording.steadyLines(thisWeek), ...dismissedSummary(coverage.dismissed)].map(text),
  ];
}

/** Things to do, one per row. */
export function weekItemsTable(items: readonly WeekItem[]): string {
  return markdownTable(
    ['', 'What', 'Tickets', 'Usual', 'Extra'],
    items.map((item, index) => [
      String(index + 1),
      whatOf(item),
      formatNumber(item.tickets),
      wording.usualOf(item),
      wording.extraText(item),
    ]),
    numbers,
  );
}

function whatOf(item: WeekItem): string {
  const { more, article, command } = item;
  const name = `${more === null ? '' : '▲ '}**${text(item.title)}**`;
  const facts = [wording.sinceText(item), wording.whyText(item)].filter((fact) => fact !== '').map(text);
  const link = article && `[${text(article.title)}](${encodeURI(article.page)}) (${code(article.path)})`;
  return [
    name,
    facts.join(' · '),
    [text(wording.verbText(item)), link ?? '', command === null ? '' : code(command)]
      .filter((part) => part !== '')
      .join(' '),
  ]
    .filter((line) => line !== '')
    .join('<br>');
}
