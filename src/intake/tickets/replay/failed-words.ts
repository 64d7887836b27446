import { entry } from '#kb/values/entry.ts';
import { compareText } from '#kb/values/text.ts';
import type { Analysis } from '#search/analysis.ts';
import { MIN_DAYS_PER_WORD, MIN_REQUESTERS, MIN_TICKETS_PER_WORD } from '../count.ts';
import { collectPeople } from '../words/collected-people.ts';
import { readSpellings, ticketTerms } from '../words/ordinary-words.ts';

/** A ticket that was asked. */
export interface AskedTicket {
  /** Empty without one. */
  topic: string;
  /** A hash. */
  id: string;
  /** Hashes. */
  requester: number | null;
  mail: string | null;
  /** `YYYY-MM-DD` */
  day: string;
  text: string;
  /** Whether a right article was not among the first three. */
  failed: boolean;
}

/** A word of tickets whose right article was not among the first three. */
export interface FailedWord {
  word: string;
  key: string;
  /** Such tickets with the word. */
  tickets: number;
  /** All asked tickets with the word. */
  of: number;
}

export interface FailedWords {
  add(ticket: AskedTicket): void;
  /**
   * The words of failed tickets that are in more of them than in others, the most telling first.
   *
   * @param topic only tickets of this topic, compared with those of all topics
   */
  list(topic?: string): FailedWord[];
}

/** A text of this many letters says what it is about; what follows is history and signatures. */
const MOST_LETTERS = 1500;
/** More names of people than this aren't remembered for a word: some of them can be the same person. */
const MOST_PEOPLE = 20;

/** A smaller difference from chance, in standard deviations, says nothing about a word. */
const TELLING = 2;

/** How one spelling of a word was used in failed tickets. */
interface Use {
  tickets: number;
  people: string[];
  days: string[];
}

/**
 * Counts the words of tickets in one language. Only words that enough different people used on enough days, and that
 * can't be names, are ever listed: the same as for learned words.
 *
 * @param named whether the export says who wrote; otherwise each ticket counts as a person, and more of them are needed
 * @param isPublished whether a published article has a word, so it isn't a secret
 * @param isOrdinary whether a word says little in any text
 */
export function countFailedWords(
  analysis: Analysis,
  named: boolean,
  isPublished: (key: string) => boolean,
  isOrdinary: (key: string) => boolean,
): FailedWords {
  const spellings = readSpellings(analysis);
  const all = new Map<string, number>();
  const failed = new Map<string, Map<string, Map<string, Use>>>();
  const failures = new Map<string, number>();
  const writers = collectPeople();
  let asked = 0;

  const listed = (uses: ReadonlyMap<string, ReadonlyMap<string, Use>>, share: number): FailedWord[] => {
    const person = writers.joined();
    const least = named ? MIN_REQUESTERS : MIN_TICKETS_PER_WORD;
    const isCommon = ({ people, days }: Use) =>
      new Set(days).size >= MIN_DAYS_PER_WORD && new Set(people.map(person)).size >= least;
    return [...uses]
      .flatMap(([key, forms]) => {
        const [best] = [...forms].sort(([a, m], [b, n]) => n.tickets - m.tickets || compareText(a, b));
        if (!best || !isCommon(best[1])) return [];
        if (isOrdinary(key) || (!isPublished(key) && spellings.isName(key))) return [];
        const tickets = [...forms.values()].reduce((sum, use) => sum + use.tickets, 0);
        const of = all.get(key) ?? 0;
        const expected = of * share;
        // How far the number is from chance, in standard deviations.
        return { word: best[0], key, tickets, of, telling: (tickets - expected) / Math.sqrt(expected * (1 - share)) };
      })
      .filter(({ telling }) => telling > TELLING)
      .sort((a, b) => b.telling - a.telling || compareText(a.word, b.word))
      .map(({ telling: _, ...one }) => one);
  };

  return {
    add({ topic, id, requester, mail, day, text, failed: isFailed }) {
      asked++;
      const start = text.slice(0, MOST_LETTERS);
      spellings.read(start);
      const words = new Map(
        ticketTerms(start, analysis)
          .flat()
          .map(({ key, word }) => [key, word]),
      );
      for (const key of words.keys()) all.set(key, (all.get(key) ?? 0) + 1);
      if (requester !== null && mail !== null) writers.add(requester, mail);
      if (!isFailed) return;
      failures.set(topic, (failures.get(topic) ?? 0) + 1);
      const uses = entry(failed, topic, () => new Map<string, Map<string, Use>>());
      const person = named ? requester : id;
      for (const [key, word] of words) {
        const forms = entry(uses, key, () => new Map<string, Use>());
        const use = entry(forms, word, (): Use => ({ tickets: 0, people: [], days: [] }));
        use.tickets++;
        if (person === null) continue;
        remember(use.people, String(person), MOST_PEOPLE);
        remember(use.days, day, MIN_DAYS_PER_WORD);
      }
    },
    list(topic) {
      if (topic !== undefined) return listed(failed.get(topic) ?? new Map(), (failures.get(topic) ?? 0) / (asked || 1));
      const whole = [...failures.values()].reduce((sum, tickets) => sum + tickets, 0);
      return listed(merged(failed.values()), whole / (asked || 1));
    },
  };
}

function remember(list: string[], one: string, most: number): void {
  if (list.length < most && !list.includes(one)) list.push(one);
}

/** The uses in all topics. */
function merged(topics: Iterable<ReadonlyMap<string, ReadonlyMap<string, Use>>>): Map<string, Map<string, Use>> {
  const whole = new Map<string, Map<string, Use>>();
  for (const uses of topics)
    for (const [key, forms] of uses) {
      const known = entry(whole, key, () => new Map<string, Use>());
      for (const [form, { tickets, people, days }] of forms) {
        const use = entry(known, form, (): Use => ({ tickets: 0, people: [], days: [] }));
        use.tickets += tickets;
        use.people.push(...people);
        use.days.push(...days);
      }
    }
  return whole;
}
