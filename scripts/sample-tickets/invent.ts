import { addDays } from '#kb/values/day.ts';
import { mulberry32, pick, poisson } from '../shared/random.ts';
import { expectedInWeek, type Plan } from './plan.ts';
import { settleTickets } from './settle.ts';
import { ticketText } from './texts.ts';
import type { Opened, Ticket } from './ticket.ts';
import { later } from './times.ts';

/** How the customers of Lumo are spread over its languages. */
export const shares: readonly (readonly [string, number])[] = [
  ['en', 0.62],
  ['fi', 0.16],
  ['sv', 0.1],
  ['hr', 0.07],
  ['fa', 0.05],
];
/** Monday to Sunday. */
const weekdays = [1.2, 1.15, 1.05, 1.05, 1, 0.8, 0.75];
const channels = ['web', 'email', 'chat'] as const;

/**
 * The order of random numbers is part of the result: one number more changes every ticket after it. Everything else in
 * a ticket comes from its place in the list.
 *
 * @param tickets about how many
 */
export function inventTickets(
  plans: readonly Plan[],
  { until, seed, weeks, tickets }: { until: string; seed: number; weeks: number; tickets: number },
): Ticket[] {
  const random = mulberry32(seed);
  const choose = (below: number) => Math.floor(random() * below);
  const ages = Array.from({ length: weeks }, (_, index) => weeks - 1 - index);
  const expected = plans.reduce((sum, plan) => sum + ages.reduce((all, age) => all + expectedInWeek(plan, age), 0), 0);
  const scale = tickets / expected;
  const opened = plans.flatMap((plan) =>
    ages.flatMap((age) =>
      Array.from({ length: poisson(expectedInWeek(plan, age) * scale, random) }, () => {
        const sunday = addDays(until, -7 * age);
        const day = addDays(
          sunday,
          pick(
            weekdays.map((weight, index) => [index, weight] as const),
            random,
          ) - 6,
        );
        const minute = 5 * 60 + choose(15 * 60);
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:${String(choose(60)).padStart(2, '0')}`;
        const locale =
          plan.mostly !== undefined && random() < 0.5
            ? plan.mostly
            : pick(plan.mostly === undefined ? shares : shares.slice(0, 1), random);
        return { created: `${day}T${time}Z`, category: plan.category, locale, requester: 9_000_000 + choose(3000) };
      }),
    ),
  );
  opened.sort((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : 0));
  const told = opened.map(
    ({ created, category, locale, requester }, n): Opened => ({
      n,
      id: 200_000 + n,
      created,
      replied: later(created, 10 + ((n * 31) % 160)),
      closed: later(created, 180 + ((n * 7919) % 2880)),
      // Now and then someone pastes an address into the field for the category.
      category: choose(500) === 0 ? `canary-${n}@mail.example` : category,
      locale,
      requester,
      ...ticketText(category, locale, n, choose),
      asked: choose(4) > 0,
      channel: channels[choose(channels.length)] ?? 'web',
    }),
  );
  return settleTickets(told, { until, seed });
}
