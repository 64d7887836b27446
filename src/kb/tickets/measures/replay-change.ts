import { compareText } from '../../values/text.ts';
import { found, perMonth, type Replay } from '../records/replay.ts';

/** How a change of the help center changes what it answers. */
export interface ReplayChange {
  /** Tickets a month, more or fewer than before, whose right article is among the first three. */
  found: number;
  /** The same for those for which another article is called the answer. */
  wrong: number;
  /** Topics with a difference, those that lose most first. */
  topics: readonly TopicChange[];
  /** How many topics, by language, are in both. Without any, the two can't be compared. */
  compared: number;
  /** Whether both were asked the same tickets. If not, a difference can be chance. */
  isSameExport: boolean;
}

export interface TopicChange {
  topic: string | null;
  locale: string;
  found: number;
  wrong: number;
  /** The articles of the topic after the change, and others that are then called the answer, the most frequent first. */
  articles: readonly string[];
  instead: readonly string[];
}

/** A smaller difference is rounding. */
const LEAST = 0.05;

/** Compares two replays by topic and language, at the number of tickets that the later one has. */
export function replayChange(before: Replay, after: Replay): ReplayChange {
  const [old, now] = [rates(before), rates(after)];
  const later = new Map(after.topics.map((one) => [keyOf(one), one]));
  const topics = [...new Map([...old, ...now])]
    .flatMap(([key, { topic, locale }]): TopicChange[] => {
      const [one, other] = [old.get(key), now.get(key)];
      // A topic that only one of the two knows can't be compared.
      if (!one || !other) return [];
      return [
        {
          ...{ topic, locale },
          found: other.perMonth * (other.found - one.found),
          wrong: other.perMonth * (other.wrong - one.wrong),
          articles: later.get(key)?.articles ?? [],
          instead: later.get(key)?.instead.map(({ article }) => article) ?? [],
        },
      ];
    })
    .filter((one) => Math.abs(one.found) >= LEAST || Math.abs(one.wrong) >= LEAST)
    .sort((a, b) => a.found - b.found || b.wrong - a.wrong || compareText(a.topic ?? '', b.topic ?? ''));
  const isSame = ({ days, tickets }: Replay) => `${days.first} ${days.last} ${tickets}`;
  return {
    found: topics.reduce((sum, one) => sum + one.found, 0),
    wrong: topics.reduce((sum, one) => sum + one.wrong, 0),
    topics,
    compared: [...now.keys()].filter((key) => old.has(key)).length,
    isSameExport: isSame(before) === isSame(after),
  };
}

interface Rates {
  topic: string | null;
  locale: string;
  /** Tickets a month. */
  perMonth: number;
  /** Shares of the tickets. */
  found: number;
  wrong: number;
}

/** Topics by name and language. Tickets whose topic has no article are not found. */
function rates({ topics, missing, days }: Replay): Map<string, Rates> {
  const all = new Map<string, Rates>();
  const add = (topic: string | null, locale: string, tickets: number, shares: { found: number; wrong: number }) => {
    const key = keyOf({ topic, locale });
    const before = all.get(key) ?? { topic, locale, perMonth: 0, found: 0, wrong: 0 };
    const monthly = perMonth(tickets, days);
    const sum = before.perMonth + monthly || 1;
    const joined = (name: 'found' | 'wrong') => (before[name] * before.perMonth + shares[name] * monthly) / sum;
    all.set(key, { topic, locale, perMonth: sum, found: joined('found'), wrong: joined('wrong') });
  };
  for (const { topic, locale, tickets } of missing) add(topic, locale, tickets, { found: 0, wrong: 0 });
  for (const one of topics)
    if (one.asked > 0)
      add(one.topic, one.locale, one.tickets, { found: found(one) / one.asked, wrong: one.wrong / one.asked });
  return all;
}

function keyOf({ topic, locale }: { topic: string | null; locale: string }): string {
  return JSON.stringify([topic, locale]);
}
