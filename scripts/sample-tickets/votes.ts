import type { Library } from '#kb/content/library.ts';
import type { VoteReason } from '#kb/content/vote-reasons.ts';
import { addDays } from '#kb/values/day.ts';
import { mulberry32, pick, poisson } from '../shared/random.ts';
import { shares } from './invent.ts';

/**
 * Articles that are read often but do not help, so their topics come back as tickets: the helpful share, and the most
 * common reason.
 */
const poor: Readonly<Record<string, { helpful: number; lacks: VoteReason }>> = {
  'security/forgotten-passcode': { helpful: 0.35, lacks: 'incomplete' },
  'transfers/declined-transfer': { helpful: 0.3, lacks: 'unclear' },
  'card-payments/charged-twice': { helpful: 0.45, lacks: 'incomplete' },
  'cash/declined-cash-withdrawal': { helpful: 0.4, lacks: 'wrong' },
};
const others: readonly VoteReason[] = ['incomplete', 'unclear', 'wrong', 'other'];

/** An event as the pages post it, with the time that the server adds. */
export interface SampleVote {
  event: 'ohje:vote';
  article: string;
  locale: string;
  helpful: boolean;
  reason?: VoteReason;
  section?: string;
  time: string;
}

/** Readers' votes on the articles of Lumo. The same numbers always give the same votes. */
export function inventVotes(
  library: Library,
  { until, seed, weeks }: { until: string; seed: number; weeks: number },
): SampleVote[] {
  const random = mulberry32(seed);
  const ids = [...new Set(library.articles.map(({ id }) => id))];
  const votes = ids.flatMap((id) => {
    const known = poor[id];
    return Array.from({ length: poisson((known ? 4 : 0.35) * weeks, random) }, (): SampleVote => {
      const day = addDays(until, -Math.floor(random() * weeks * 7));
      const time = `${day}T${String(5 + Math.floor(random() * 15)).padStart(2, '0')}:00:00Z`;
      const locale = pick(shares, random);
      const helpful = random() < (known?.helpful ?? 0.85);
      const vote = { event: 'ohje:vote', article: id, locale, helpful, time } as const;
      if (helpful || random() < 0.3) return vote;
      const reason = known && random() < 0.6 ? known.lacks : (others[Math.floor(random() * others.length)] ?? 'other');
      const headings = library.find(locale, id)?.article.outline ?? [];
      const section = headings[Math.floor(random() * 2 * headings.length)]?.slug;
      return section === undefined ? { ...vote, reason } : { ...vote, reason, section };
    });
  });
  return votes.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}
