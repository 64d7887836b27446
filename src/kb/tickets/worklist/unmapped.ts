import { nearestTopic } from '../../content/nearest-topic.ts';
import type { Topic } from '../../content/topic.ts';
import { categoryKey, topicOfCategory } from '../../content/topic.ts';
import { compareText } from '../../values/text.ts';
import { type Burst, burstFinder } from '../measures/bursts.ts';
import { usualTickets, weeklySpread } from '../measures/compared-rates.ts';
import type { Desk } from '../records/desk.ts';
import { type Tally, tallyCounts } from '../records/ticket-tally.ts';
import { NONE, OTHER } from '../records/tickets.ts';
import { isCatchAll, isGeneral } from './catch-all.ts';
import { type Reason, ticketsText } from './reason.ts';
import { type Recurrence, recurrenceText, recurs } from './topic-coverage.ts';

export interface CategoryCoverage {
  category: string;
  topic: string | null;
  tickets: number;
  previous: number;
  recurs: boolean;
  weeksSeen: number;
}

/** A category that no topic claims. */
export interface Unmapped {
  category: string;
  tickets: number;
  previous: number;
  /** How many the window would usually have, and how many more it has; `null` if that is not known. */
  usual: number | null;
  extra: number | null;
  /** Days in the window with far more tickets than usual; `null` if there are none. */
  burst: Burst | null;
  recurs: boolean;
  nearest?: string;
  /** The share of all tickets in the window, if it says too little about them to be a topic. */
  catchAll?: number;
  reasons: Reason[];
}

/** Every category, and those without a topic. */
export interface CoveredCategories {
  /** Busiest first. */
  categories: CategoryCoverage[];
  unmapped: Unmapped[];
  /** Tickets in the window in categories too rare to be shown, and without a category. */
  other: number;
  none: number;
}

export function coverCategories(
  topics: readonly Topic[],
  desk: Desk,
  all: Tally,
  recurrence: Recurrence,
): CoveredCategories {
  const topicOf = topicOfCategory(topics);
  const nearestTo = nearestTopic(topics);
  const tallies = tallyCounts(desk, ({ category }) => categoryKey(category));
  const bursts = burstFinder(desk, tallies, weeklySpread(desk, tallies, all));
  const seen = tallies
    .keys()
    .filter((key) => key !== OTHER && key !== NONE)
    .map((key) => {
      const tally = tallies.of(key);
      const category = commonest(tally.spellings);
      const { tickets, previous, weeksSeen } = tally;
      const covered: CategoryCoverage = {
        category,
        topic: topicOf(category) ?? null,
        tickets,
        previous,
        recurs: recurs(tally, recurrence),
        weeksSeen,
      };
      return { tally, covered };
    })
    .sort((a, b) => b.covered.tickets - a.covered.tickets || compareText(a.covered.category, b.covered.category));
  return {
    categories: seen.map(({ covered }) => covered),
    unmapped: seen
      .filter(({ covered: { topic, tickets, previous } }) => topic === null && tickets + previous > 0)
      .map(({ tally, covered }): Unmapped => {
        const { category, tickets, previous, recurs } = covered;
        const near = nearestTo(category);
        const usual = usualTickets(desk, tally);
        return {
          category,
          tickets,
          previous,
          usual: usual?.tickets ?? null,
          extra: usual?.extra ?? null,
          burst: bursts.find(tally),
          recurs,
          ...(near !== undefined && !isGeneral(category)
            ? { nearest: near }
            : isCatchAll(category, tickets, all.tickets) && {
                catchAll: all.tickets === 0 ? 0 : tickets / all.tickets,
              }),
          reasons: [unclaimedReason(covered, recurrence)],
        };
      }),
    other: tallies.of(OTHER).tickets,
    none: tallies.of(NONE).tickets,
  };
}

function unclaimedReason(seen: CategoryCoverage, recurrence: Recurrence): Reason {
  const { category, tickets, previous, weeksSeen, recurs } = seen;
  const { windowDays, minTickets, minWeeks } = recurrence;
  return {
    code: 'unclaimed',
    says: `${ticketsText(tickets)} (${previous} before), in ${weeksSeen} of 4 weeks`,
    threshold: recurs ? recurrenceText(recurrence) : `at least 1 ticket in ${2 * windowDays} days`,
    numbers: { category, tickets, previous, weeksSeen, minTickets, minWeeks },
  };
}

function commonest(spellings: ReadonlyMap<string, number>): string {
  const [first] = [...spellings].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  return first?.[0] ?? '';
}
