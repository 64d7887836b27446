import type { Finding } from '#kb/findings/finding.ts';
import type { ReplayChange } from '#kb/tickets/measures/replay-change.ts';
import type { Replay } from '#kb/tickets/records/replay.ts';
import type { Coverage } from '#kb/tickets/worklist/coverage.ts';
import { COMMENT_MARK } from '#kb/values/note-marks.ts';
import { countLine } from '../findings-text.ts';
import { groupFindings } from '../grouped-findings.ts';
import { markdownCode as code, markdownTable, markdownText as text } from '../layout/markdown-table.ts';
import { count, formatNumber } from '../layout/numbers.ts';
import { answeredSentence, changeSentence, replayedTopic, wrongSentence } from '../replay/replay-wording.ts';
import type { PicturedPage, Pictures } from './pictured-pages.ts';

interface PullRequestComment {
  /** Those in files that the pull request changes, and all others. */
  findings: { here: readonly Finding[]; elsewhere: readonly Finding[] };
  /** Turns the path of a finding into one from the root of the repository. */
  placeOf: (path: string) => string;
  isBuilt: boolean;
  /** How many questions of searches.yaml there are, and how many miss their article. */
  searches: { all: number; missed: number } | undefined;
  /** Only rows about changed articles. */
  tickets: Coverage | undefined;
  /** What the search would have answered to tickets: now, and compared with before. */
  replay?: { now: Replay; change: ReplayChange | undefined } | undefined;
  pictures: Pictures | undefined;
  /** Where the pictures can be opened. */
  picturesLink: string | undefined;
}

/** A code host refuses longer comments than about 65,000 characters. */
const MOST_ROWS = 40;

/** What a pull request does to the help center. */
export function commentMarkdown(comment: PullRequestComment): string {
  const { findings, isBuilt, searches } = comment;
  const parts = [
    COMMENT_MARK,
    '## Help center',
    [
      `- Check: ${countLine([...findings.here, ...findings.elsewhere])
        .replace(/\.$/, '')
        .toLowerCase()}`,
      `- Build: ${isBuilt ? 'done' : 'nothing was built'}`,
      ...(searches === undefined ? [] : [`- Searches: ${searchesText(searches)}`]),
    ].join('\n'),
    ...findingsPart('### Findings in changed files', findings.here, comment),
    ...details('Findings in other files', findingsPart('', findings.elsewhere, comment)),
    ...replayPart(comment),
    ...ticketsPart(comment),
    ...picturesPart(comment),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function searchesText({ all, missed }: { all: number; missed: number }): string {
  if (all === 0) return 'no questions in `searches.yaml`';
  const questions = count(all, 'question');
  return missed === 0 ? `${questions} tested, none fails` : `${missed} of ${questions} miss their article`;
}

function findingsPart(title: string, findings: readonly Finding[], { placeOf }: PullRequestComment): string[] {
  if (findings.length === 0) return [];
  const rows = groupFindings(findings).map(({ severity, path, line, says, fix, code: name }) => [
    severity,
    code(line === undefined ? placeOf(path) : `${placeOf(path)}:${line}`),
    `${text(says)}<br>${text(fix)} ${code(name)}`,
  ]);
  return [title, ...limited(['', 'Where', 'What'], rows, 'To see all, run: `npm run check`')];
}

const MOST_TOPICS = 10;

function replayPart({ replay }: PullRequestComment): string[] {
  if (replay === undefined) return [];
  const { now, change } = replay;
  const title = '### What the search would have answered';
  if (change === undefined) return [title, text(answeredSentence(now))];
  const lost = change.topics.filter((one) => Math.round(one.found) < 0);
  const several = new Set(change.topics.map(({ locale }) => locale)).size > 1;
  const list = (ids: readonly string[]) => ids.map(code).join(', ');
  const rows = lost
    .slice(0, MOST_TOPICS)
    .map((one) => [
      formatNumber(-Math.round(one.found)),
      code(replayedTopic(one, several)),
      list(one.articles),
      list(one.instead.slice(0, 2)),
    ]);
  const header = ['Tickets', 'Lost in this topic, a month', 'Its articles', 'Called the answer instead'];
  const more = lost.length > rows.length ? [`${lost.length - rows.length} more topics lose tickets.`] : [];
  return [
    title,
    [`**${text(changeSentence(change))}**`, ...[...wrongSentence(change), answeredSentence(now)].map(text)].join('\n'),
    ...(rows.length === 0 ? [] : [markdownTable(header, rows, new Set(['Tickets'])), ...more, ADVICE]),
  ];
}

const ADVICE =
  'To keep these answers, give the articles the words that they had before: in the title, or as `aliases`. Then replay again.';

function ticketsPart({ tickets }: PullRequestComment): string[] {
  if (tickets === undefined) return [];
  const rows = [
    ...tickets.flagged.map(({ article, tickets, reason }) => [formatNumber(tickets), code(article), text(reason)]),
    ...tickets.gaps.map(({ topic, locale, tickets }) => [
      formatNumber(tickets),
      code(topic),
      `no article in ${text(locale)}`,
    ]),
    ...tickets.overlap
      .filter(({ articles }) => articles.length > 0)
      .map(({ topic, tickets, reasons }) => [
        formatNumber(tickets),
        code(topic),
        reasons.map(({ says }) => text(says)).join('<br>'),
      ]),
  ];
  if (rows.length === 0) return [];
  const intro = `Customers wrote about changed articles in the ${count(tickets.windowDays, 'day')} to ${tickets.until}.`;
  const more = 'To see all, run: `npm run tickets -- report`';
  return ['### Tickets', intro, ...limited(['Tickets', 'About', 'Why'], rows, more)];
}

function picturesPart({ pictures, picturesLink }: PullRequestComment): string[] {
  if (pictures === undefined || pictures.different === 0) return [];
  const { different, pages } = pictures;
  const link = picturesLink === undefined ? '' : ` [Open the pictures](${encodeURI(picturesLink)}).`;
  const intro = `${count(different, 'page')} ${different === 1 ? 'is' : 'are'} different. ${pages.length} pictured before and after, on a phone and on a desktop.${link}`;
  return ['### Pages', intro, ...(pages.length === 0 ? [] : [pages.map(pageLine).join('\n')])];
}

function pageLine({ path, state }: PicturedPage): string {
  return `- ${code(path)}${state === 'changed' ? '' : ` (${state})`}`;
}

function limited(header: string[], rows: string[][], more: string): string[] {
  const table = markdownTable(header, rows.slice(0, MOST_ROWS), new Set(['Tickets']));
  return rows.length <= MOST_ROWS ? [table] : [table, `${rows.length - MOST_ROWS} more. ${more}`];
}

function details(title: string, parts: readonly string[]): string[] {
  return parts.length === 0 ? [] : [`<details><summary>${title}</summary>`, ...parts, '</details>'];
}
