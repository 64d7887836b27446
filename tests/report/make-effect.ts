import type { Effect } from '#kb/tickets/measures/edit-effect.ts';

/** An edit after which the tickets fell by 45 %, except what the case is about. */
export function makeEffect(differs: Partial<Effect> = {}): Effect {
  return {
    article: 'cards/lost',
    locale: 'en',
    day: '2026-09-14',
    commit: '1a2b3c4d',
    kind: 'edited',
    through: null,
    topics: ['card-lost'],
    before: 1200,
    after: 660,
    others: { before: 9000, after: 9000 },
    days: { before: 56, after: 56 },
    ratio: 0.55,
    low: 0.38,
    high: 0.8,
    drifting: false,
    verdict: 'fell',
    ...differs,
  };
}
