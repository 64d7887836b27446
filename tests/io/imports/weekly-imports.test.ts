import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '#io/content/read-content.ts';
import { importTickets } from '#io/imports/import-tickets.ts';
import { KindUnclear } from '#io/imports/merge-tickets.ts';
import { mulberry32 } from '../../../scripts/shared/random.ts';
import { makeFolder } from '../../folder.ts';
import { readLines } from './read-lines.ts';
import {
  exportDesk,
  provenCounts,
  type SimulatedExport,
  type SimulatedKind,
  simulateDesk,
  WEEK,
} from './simulated-desk.ts';

// More and longer runs: SIMULATED_WEEKS=104 SIMULATED_DESKS=10 npx vitest run weekly-imports
const weeks = Number(process.env.SIMULATED_WEEKS ?? 10);
const desks = Number(process.env.SIMULATED_DESKS ?? 1);
const topics = 'topics:\n  cards:\n    categories: [lost_card, card_late]\n  money:\n    categories: [refund, login]\n';
const kinds: SimulatedKind[] = ['full', 'changed', 'view', 'overlapping'];

describe('weekly exports of all kinds, in any order', () => {
  it.each(Array.from({ length: desks }, (_, seed) => seed + 1))(
    'give the counts that they prove: desk %d',
    async (seed) => {
      const random = mulberry32(seed);
      const root = await makeFolder({
        'content/site.yaml': 'name: Pilvi\nlocales: [en]\ndefaultLocale: en\n',
        'content/topics.yaml': topics,
        'content/articles/en/cards.mdx': '---\ntitle: Cards\ntopics: [cards, money]\n---\n\nSo.\n',
      });
      const contentDir = join(root, 'content');
      const { library } = await readContent(contentDir);
      if (!library) throw new Error('The content of the test is wrong.');
      const desk = simulateDesk(random, weeks, 40 + Math.floor(random() * 60));
      const done: SimulatedExport[] = [];
      const take = async (one: SimulatedExport) => {
        const file = join(root, 'export.csv');
        await writeFile(file, one.csv);
        const options = { contentDir, library, from: 'desk' };
        const kind = one.kind === 'full' || one.kind === 'overlapping' ? 'full' : 'changed';
        const asked = await importTickets([file], options).then(
          () => undefined,
          (error: unknown) => error,
        );
        if (asked) {
          // Only a filter looks like an export that lacks deleted tickets.
          expect.soft(asked).toBeInstanceOf(KindUnclear);
          expect.soft(one.kind, (asked as Error).message).toBe('view');
          expect((asked as Error).message).toMatch(/\d+ of them are missing here[\s\S]*--full[\s\S]*--changed/);
          await importTickets([file], { ...options, kind });
        }
        done.push(one);
        const counts = (await readLines(join(contentDir, 'tickets/desk.csv'))).slice(1).sort();
        expect(counts, `${one.kind} of hour ${one.at}`).toEqual(provenCounts(done));
      };

      const held: SimulatedExport[] = [];
      let since = 0;
      for (let week = 1; week <= weeks; week++) {
        const at = week * WEEK - random() * 24;
        const kind = week === 1 ? 'full' : (kinds[Math.floor(random() * kinds.length)] ?? 'full');
        const one = exportDesk(desk, kind, at, since - 24 * random());
        if (kind === 'changed' || kind === 'full') since = at;
        if (week > 1 && random() < 0.25) held.push(one);
        else if (one.rows.size > 0) await take(one);
        if (held.length > 0 && random() < 0.4) {
          const [late] = held.splice(Math.floor(random() * held.length), 1);
          if (late && late.rows.size > 0) await take(late);
        }
      }
      await take(exportDesk(desk, 'full', weeks * WEEK, 0));
    },
    600_000,
  );
});
