import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../folder.ts';
import { weeklyCounts } from '../../report/make-report.ts';
import { run } from '../../run.ts';
import { content } from '../../tickets.ts';

const rows = weeklyCounts('lost_card', 20)
  .map(({ day, locale, category, tickets }) => `${day},${locale},${category},${tickets},16,8,6`)
  .toSorted();
const files = {
  ...content,
  'content/tickets/desk.csv': `day,locale,category,tickets,closed,rated,satisfied\n${rows.join('\n')}\n`,
  'content/tickets/links/desk.csv': 'day,locale,articles,tickets\n2026-11-15,en,cards/lost,12\n',
  'content/tickets/votes.csv':
    'day,locale,article,section,reason,helpful,unhelpful\n2026-11-14,en,cards/lost,,unclear,2,38\n2026-11-14,en,cards/other,,,90,10\n',
  'content/measures.yaml': 'customers: { from: 2026-07-01, to: 2026-09-30, start: 1000, end: 1100, new: 150 }\n',
};

describe('the metrics in the report', () => {
  it('are in all its forms, and readers’ votes in the work list', async () => {
    const root = await makeFolder(files);
    const [text, markdown, json] = await Promise.all([
      run('tickets', ['report'], root),
      run('tickets', ['report', '--markdown'], root),
      run('tickets', ['report', '--json'], root),
    ]);
    expect(text.stdout).toMatch(/\n {2}Link rate +19% \(10–31%\) of 64 closed tickets/);
    expect(text.stdout).toContain('helpful to 2 of 40 voters (1% to 17%)');
    expect(markdown.stdout).toContain('| CSAT | 75% (57–89%) of 32 answers');
    expect(JSON.parse(json.stdout).measures).toMatchObject({
      windows: { now: { from: '2026-10-19', to: '2026-11-15' } },
      linkRate: { now: { linked: { hits: 12, cases: 64 }, undated: 12, unknown: 52 } },
      firstArticle: null,
      retention: { rate: 0.95 },
      missing: ['history', 'sessions'],
    });
  });

  it('are refused together with all other invalid files', async () => {
    const root = await makeFolder({ ...files, 'content/measures.yaml': 'customers: many\n' });
    const { code, stderr } = await run('tickets', ['report'], root);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^measures\.yaml:1[\s\S]*\[measures-invalid\][\s\S]*Nothing was written\.\n$/);
  });

  it('are null without tickets', async () => {
    const { stdout } = await run('tickets', ['report', '--json'], await makeFolder(content));
    expect(JSON.parse(stdout).measures).toBeNull();
  });
});
