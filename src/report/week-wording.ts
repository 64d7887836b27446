import type { Coverage } from '#kb/tickets/worklist/coverage.ts';
import type { SourceReport } from '#kb/tickets/worklist/desk-report.ts';
import type { OverItem, ThisWeek } from '#kb/tickets/worklist/this-week.ts';
import type { WeekItem } from '#kb/tickets/worklist/week-item.ts';
import { daysBetween } from '#kb/values/day.ts';
import type { Span } from '#kb/values/day-span.ts';
import { shortDay, weekday } from './layout/days.ts';
import { languageName } from './layout/language-name.ts';
import { count, formatNumber, formatRatio } from './layout/numbers.ts';

/** What the report is about, in one line: `Lumo · 28 days to Sun 15 Nov 2026 · 1,041 tickets (usual 880 to 1,000)`. */
export function headline(name: string, coverage: Coverage): string {
  return `${name} · ${periodText(coverage)}`;
}

/** The same without the name of the help center. */
export function periodText({ until, windowDays, totals, usual }: Coverage): string {
  const range = usual === null ? '' : ` (usual ${usualText(usual)})`;
  return `${count(windowDays, 'day')} to ${weekday(until ?? '')} · ${count(totals.tickets, 'ticket')}${range}`;
}

function usualText({ low, high }: NonNullable<Coverage['usual']>): string {
  return low === high ? formatNumber(low) : `${formatNumber(low)} to ${formatNumber(high)}`;
}

/** What the counts cover, and what is therefore not compared. */
export function dataLines({ sources, until, usual, later }: Coverage): string[] {
  const lines = [`Data: ${sources.map((source) => sourceText(source)).join('; ')}.`];
  const newest = sources.reduce((last, source) => (source.last > last ? source.last : last), '');
  const missing = newest === '' || until === null ? 0 : daysBetween(newest, until);
  if (missing > 0)
    lines.push(
      `The newest tickets are from ${shortDay(newest)}, ${count(missing, 'day')} before the last day of this report.`,
    );
  if (later > 0)
    lines.push(
      `${count(later, 'ticket')} with a later date ${later === 1 ? "isn't" : "aren't"} counted yet: that day is not complete, or the date is wrong.`,
    );
  if (usual?.change)
    lines.push(
      `Most topics ${usual.change > 1 ? 'rose' : 'fell'} together, to about ×${formatRatio(usual.change)}. Topics are compared with that.`,
    );
  else if (usual === null && missing === 0)
    lines.push('There are no earlier days to compare with, so nothing is called rising or falling.');
  return lines;
}

function sourceText({ name, first, last, gaps, state }: SourceReport): string {
  const without =
    gaps.length === 0
      ? ''
      : ` without ${gaps.slice(-MOST_GAPS).map(spanText).join(', ')}${gaps.length > MOST_GAPS ? ' and earlier days' : ''} (not imported, or closed)`;
  const what = {
    complete: ', complete',
    gaps: '',
    started: ', too new to compare',
    ends: ', nothing since',
    stopped: ', nothing since, so not compared',
  }[state];
  return `${name} ${spanText({ from: first, to: last })}${state === 'complete' && gaps.length > 0 ? '' : what}${without}`;
}

const MOST_GAPS = 3;

/** `3 Oct`, or `3 to 16 Oct`. */
function spanText({ from, to }: Span): string {
  if (from === to) return shortDay(from);
  const [start, end] = [shortDay(from), shortDay(to)];
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${sameMonth ? start.split(' ')[0] : sameYear ? start : `${start} ${from.slice(0, 4)}`} to ${end}`;
}

export function weekTitle({ items, more }: ThisWeek): string {
  const all = items.length + more;
  if (all === 0) return 'THIS WEEK: nothing to do';
  return more === 0 ? `THIS WEEK: ${count(all, 'thing')}` : `THIS WEEK: ${items.length} of ${all} things`;
}

/** `+36`, `−3`, `0`; `–` if it is not known. */
export function extraText({ extra }: WeekItem): string {
  if (extra === null) return '–';
  return extra > 0 ? `+${formatNumber(extra)}` : extra < 0 ? `−${formatNumber(-extra)}` : '0';
}

export function usualOf({ usual }: WeekItem): string {
  return usual === null ? '–' : formatNumber(usual);
}

/** `new since 9 Nov`, `since 21 Oct`; empty for what comes as usual. */
export function sinceText({ more, since }: WeekItem): string {
  if (more === null) return '';
  const day = since === null ? '' : ` since ${shortDay(since)}`;
  return more === 'new' ? `new${day}` : day.trim() || 'rising';
}

/** Why the item is on the list, unless it is that more comes. */
export function whyText({ why, locale, tickets, wrote }: WeekItem): string {
  const language = locale === null ? '' : languageName(locale);
  const part = (some: number) => (some === tickets ? 'all' : formatNumber(some));
  switch (why.code) {
    case 'more':
    case 'started-on':
      return wrote === null ? '' : `${formatNumber(wrote)} wrote after reading the article`;
    case 'no-article':
      return `no article${why.tickets < tickets ? `, ${part(why.tickets)} in ${language}` : ''}`;
    case 'translation-missing':
      return `${part(why.tickets)} of them in ${language}, and no ${language} article`;
    case 'translation-outdated':
      return `${part(why.tickets)} of them in ${language}, and the ${language} article is outdated`;
    case 'unhelpful':
      return why.says;
    case 'unclaimed':
      return 'a category without a topic';
  }
}

/** What to do, without the article or command. */
export function verbText(item: WeekItem): string {
  const { verb, why, locale } = item;
  const language = locale === null ? '' : ` into ${languageName(locale)}`;
  switch (verb) {
    case 'edit':
    case 'update':
      return verb;
    case 'publish':
      return 'finish and publish';
    case 'map':
      return doText(item);
    default:
      return why.code === 'translation-missing' ? `translate${language}:` : 'write an article:';
  }
}

/** What to do, with what to paste or to open. */
export function doText(item: WeekItem): string {
  const { verb, article, command, why } = item;
  switch (verb) {
    case 'edit':
      return `edit ${article?.id ?? ''}`;
    case 'update':
      return `update ${article?.path ?? ''}`;
    case 'publish':
      return `finish and publish ${article?.path ?? ''}`;
    case 'map': {
      if (why.code === 'unclaimed' && why.catchAll !== undefined)
        return 'says too little: import another field, or have agents choose a reason';
      const nearest = why.code === 'unclaimed' ? why.nearest : null;
      return nearest === null
        ? 'add it to a topic in topics.yaml'
        : `add it to "${nearest}" or a new topic in topics.yaml`;
    }
    default:
      return command ?? `${verb} an article`;
  }
}

export function moreText(more: number): string {
  return `${formatNumber(more)} more with fewer extra tickets: see the lists below.`;
}

export function overLine(over: readonly OverItem[]): string {
  return `OVER: ${over.map(overText).join('; ')}. If you know the cause, write it down:`;
}

/** `Cash withdrawal charge 37 (26 Oct to 1 Nov)`. */
function overText({ title, tickets, from, to }: OverItem): string {
  return `${title} ${formatNumber(tickets)} (${spanText({ from, to })})`;
}

/** What goes on as usual, in sentences that account for all other tickets. */
export function steadyLines({ steady, rest, competing, dismissed }: ThisWeek): string[] {
  const { topics, tickets, largest } = steady;
  return [
    ...(largest
      ? [
          `STEADY: ${count(topics, 'topic')}, ${count(tickets, 'ticket')}; largest "${largest.title}" ${formatNumber(largest.tickets)}.${competing === 0 ? '' : ` ${count(competing, 'topic')} ${competing === 1 ? 'has' : 'have'} competing articles.`}`,
        ]
      : []),
    ...(rest.tickets + rest.withoutTopic + dismissed.tickets > 0
      ? [
          `OTHER: ${[
            ...(dismissed.topics > 0
              ? [`${count(dismissed.topics, 'dismissed topic')}, ${count(dismissed.tickets, 'ticket')}`]
              : []),
            ...(rest.tickets > 0
              ? [
                  `${count(rest.topics, 'topic')} that ${rest.topics === 1 ? "doesn't" : "don't"} recur, ${count(rest.tickets, 'ticket')}`,
                ]
              : []),
            ...(rest.withoutTopic > 0 ? [`${count(rest.withoutTopic, 'ticket')} without a topic`] : []),
          ].join('; ')}.`,
        ]
      : []),
  ];
}
