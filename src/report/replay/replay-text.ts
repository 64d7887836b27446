import { type AnswerKind, answerKinds } from '#kb/content/guarded-searches.ts';
import type { ReplayChange } from '#kb/tickets/measures/replay-change.ts';
import {
  found,
  perMonth,
  type Replay,
  type ReplayRow,
  replayRows,
  type TopicReplay,
} from '#kb/tickets/records/replay.ts';
import { languageName } from '../layout/language-name.ts';
import { count, formatNumber, percent } from '../layout/numbers.ts';
import { textTable } from '../layout/text-table.ts';
import { wrapText } from '../layout/wrap-text.ts';
import { answeredSentence, changeSentence, replayedTopic, wrongSentence } from './replay-wording.ts';

const WIDTH = 100;
const MOST_TOPICS = 10;
const MOST_ARTICLES = 10;
const MOST_MISSING = 10;

/**
 * What a replay says, for the terminal.
 *
 * @param change what is different from another build
 */
export function replayText(replay: Replay, change?: ReplayChange): string {
  const { days, rows, topics, missing, words } = replay;
  const several = new Set(topics.map(({ locale }) => locale)).size > 1;
  const losing = topics.filter(({ lostPerMonth }) => lostPerMonth > 0);
  return [
    `Tickets from ${days.first} to ${days.last}.`,
    ...wrapText(answeredSentence(replay), WIDTH),
    ...section('Every ticket is in one row:', [['tickets', 'a month', ''], ...ticketRows(replay)]),
    ...section(
      `Topics that lose most tickets: ${shownOf(losing.length, MOST_TOPICS)} (a month, not among the first three)`,
      [
        ['lost', 'found', 'wrong', 'topic', 'what to do'],
        ...losing.slice(0, MOST_TOPICS).flatMap((topic) => topicRows(topic, several)),
      ],
    ),
    ...section(`Articles whose tickets are lost most`, articleRows(replay, several)),
    ...section(`Topics without an article: ${shownOf(missing.length, MOST_MISSING)}`, [
      ['a month', 'topic', 'language'],
      ...missing
        .slice(0, MOST_MISSING)
        .map(({ topic, locale, tickets }) => [monthly(tickets, replay), topic, languageName(locale)]),
    ]),
    ...(words.length === 0 ? [] : ['', ...wrapText(`Words that fail most: ${wordList(words, several)}.`, WIDTH)]),
    ...(rows.notAsked > 0 ? ['', sampleText(replay)] : []),
    ...(change ? changeText(change) : []),
    '',
  ].join('\n');
}

const kindNames: Readonly<Record<AnswerKind, string>> = {
  first: 'the right article is first',
  amongThree: 'the right article is second or third',
  wrong: 'another article is called the answer',
  unsure: 'only uncertain results',
  nothing: 'no answer found',
};

const rowNames: Readonly<Record<Exclude<ReplayRow, 'asked'>, string>> = {
  notAsked: 'not in the sample',
  noText: 'no words to search for',
  missingArticle: 'the topic has no article',
  noTopic: 'the category has no topic',
  otherLanguage: 'in a language that the site does not have',
  leftOut: 'left out by the import, such as merged tickets and spam',
  noDate: 'no readable date',
  noId: 'no id',
};

function ticketRows(replay: Replay): string[][] {
  const row = (tickets: number, name: string) =>
    tickets === 0 ? [] : [[formatNumber(tickets), monthly(tickets, replay), name]];
  return [
    ...answerKinds.flatMap((kind) => row(replay.answers[kind], kindNames[kind])),
    ...replayRows.flatMap((name) => (name === 'asked' ? [] : row(replay.rows[name], rowNames[name]))),
    [formatNumber(replay.tickets), monthly(replay.tickets, replay), 'all'],
  ];
}

function topicRows(topic: TopicReplay, several: boolean): string[][] {
  const { lostPerMonth, asked, wrong } = topic;
  const [first = '', ...more] = adviceOf(topic);
  const cells = [
    formatNumber(Math.round(lostPerMonth)),
    percent(found(topic) / (asked || 1)),
    percent(wrong / (asked || 1)),
    replayedTopic(topic, several),
  ];
  return [[...cells, first], ...more.map((line) => ['', '', '', '', line])];
}

function adviceOf({ articles, words, instead, wrong }: TopicReplay): string[] {
  const [own] = articles;
  const where = articles.length > 1 ? `one of ${articles.join(', ')}` : own;
  const quoted = words.map((word) => `"${word}"`).join(', ');
  const [other] = instead;
  return [
    ...(words.length > 0 && where !== undefined ? [`Add to the aliases of ${where}: ${quoted}`] : []),
    ...(other && wrong > 0 ? [`Compare with ${other.article}, which is called the answer instead.`] : []),
    ...(words.length === 0 && !other && where !== undefined
      ? [`Compare the words of these tickets with ${where}.`]
      : []),
  ];
}

function articleRows(replay: Replay, several: boolean): string[][] {
  const lost = replay.articles
    .filter(({ wrong, unsure, nothing, calledWrongly }) => wrong + unsure + nothing + calledWrongly > 0)
    .slice(0, MOST_ARTICLES);
  if (lost.length === 0) return [];
  return [
    ['asked', 'first', 'in three', 'wrong', 'uncertain', 'nothing', 'answers others', 'article'],
    ...lost.map((one) => [
      ...[one.asked, one.first, one.amongThree, one.wrong, one.unsure, one.nothing, one.calledWrongly].map(
        formatNumber,
      ),
      several ? `${one.article} (${one.locale})` : one.article,
    ]),
  ];
}

function wordList(words: Replay['words'], several: boolean): string {
  return words
    .map(
      ({ word, locale, tickets, of }) =>
        `${word}${several ? ` (${locale})` : ''} ${formatNumber(tickets)}/${formatNumber(of)}`,
    )
    .join(', ');
}

function sampleText({ rows }: Replay): string {
  return `${formatNumber(rows.asked + rows.noText)} of ${count(rows.asked + rows.noText + rows.notAsked, 'ticket')} were chosen at random, always the same ones. To ask more, use --sample.`;
}

function changeText(change: ReplayChange): string[] {
  const changed = change.topics.filter((one) => Math.round(one.found) !== 0 || Math.round(one.wrong) !== 0);
  const several = new Set(changed.map(({ locale }) => locale)).size > 1;
  return [
    '',
    ...[changeSentence(change), ...wrongSentence(change)].flatMap((line) => wrapText(line, WIDTH)),
    ...section('By topic, tickets a month:', [
      ['found', 'wrong', 'topic'],
      ...changed
        .slice(0, 2 * MOST_TOPICS)
        .map((one) => [signed(one.found), signed(one.wrong), replayedTopic(one, several)]),
    ]),
  ];
}

function monthly(tickets: number, { days }: Replay): string {
  return formatNumber(Math.round(perMonth(tickets, days)));
}

function shownOf(all: number, most: number): string {
  return all > most ? `${most} of ${all}` : String(all);
}

function section(title: string, [header, ...rows]: string[][]): string[] {
  return rows.length === 0 || !header ? [] : ['', ...textTable(title, [header, ...rows])];
}

function signed(value: number): string {
  const rounded = Math.round(value);
  return rounded > 0 ? `+${formatNumber(rounded)}` : formatNumber(rounded);
}
