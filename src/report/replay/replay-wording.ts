import type { ReplayChange, TopicChange } from '#kb/tickets/measures/replay-change.ts';
import { found as foundIn, type Replay } from '#kb/tickets/records/replay.ts';
import { count, percent } from '../layout/numbers.ts';

/** How many tickets the search would have answered, in two sentences. */
export function answeredSentence({ rows: { asked }, answers }: Replay): string {
  if (asked === 0) return 'No ticket could be searched for. The rows say why.';
  const share = (tickets: number) => percent(tickets / asked);
  return `Of ${count(asked, 'ticket')} with an article, the right one is first for ${share(answers.first)}, and among the first three for ${share(foundIn(answers))}. ${share(answers.wrong)} get a wrong article that the search calls the answer, ${share(answers.unsure)} only uncertain results, and ${share(answers.nothing)} no answer.`;
}

/** What a change does to the number of tickets whose right article is found, in one or two sentences. */
export function changeSentence({ found, compared, isSameExport }: ReplayChange): string {
  if (compared === 0)
    return "The two replays have no topic in common, so they can't be compared. Replay the same export with both builds.";
  const number = Math.round(Math.abs(found));
  const tickets = count(number, 'ticket');
  const says =
    number === 0
      ? 'With this change, the search answers as many tickets as before.'
      : found < 0
        ? `This change loses the answer for ${tickets} a month: the right article is no longer among the first three.`
        : `This change finds the answer for ${tickets} more a month: the right article is now among the first three.`;
  return isSameExport ? says : `${says} The two replays are of different exports, so a small difference can be chance.`;
}

/** The same for tickets that get a wrong article; nothing without a difference. */
export function wrongSentence({ wrong }: ReplayChange): string[] {
  const number = Math.round(Math.abs(wrong));
  return number === 0 ? [] : [`Another article is called the answer for ${moreOrFewer(number, wrong)} a month.`];
}

function moreOrFewer(number: number, difference: number): string {
  return count(number, difference > 0 ? 'more ticket' : 'fewer ticket');
}

/** @param several whether there are topics in several languages */
export function replayedTopic({ topic, locale }: Pick<TopicChange, 'topic' | 'locale'>, several: boolean): string {
  const name = topic ?? '(no topic)';
  return several ? `${name} (${locale})` : name;
}
