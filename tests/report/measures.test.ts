import { describe, expect, it } from 'vitest';
import { measuresMarkdown } from '#report/measures-markdown.ts';
import { measuresText } from '#report/measures-text.ts';
import { measureRows, missingNotes } from '#report/measures-wording.ts';
import { makeArticle, makeLibrary } from '../make.ts';
import { ago, makeCount, makeLinks, measure, measureAll, until } from '../make-measures.ts';

const library = makeLibrary({
  topics: [
    { id: 'card-lost', categories: ['lost_card'] },
    { id: 'card-late', categories: ['card_late'] },
  ],
  articles: [makeArticle('cards/lost', { topics: ['card-lost'] }), makeArticle('cards/fees')],
});
const all = measureAll(library);

describe('the metrics', () => {
  it('are a line each, with the previous value', () => {
    expect(measureRows(all).map(({ name, now, before }) => [name, now, before])).toEqual([
      ['Link rate', '52% (46–58%) of 290 closed tickets', '47% (39–55%) of 150 closed tickets'],
      ['Known issues', '80% (73–86%); 120 known, 30 new, 140 unknown', '100% (95–100%); 70 known, 0 new, 80 unknown'],
      ['Article reuse', expect.stringMatching(/^180 links to 2 of 2 articles, 100% of them/), expect.any(String)],
      ['Time to first article', 'no median yet; 1 new topic, 1 still without an article', ''],
      ['CSAT', '74% (65–81%) of 130 answers; lowest: card-late, 40% (23–59%)', expect.any(String)],
      [
        'Helpful votes',
        expect.stringContaining('57% (47–66%) of 115 votes; lowest: We asked., 14%'),
        expect.any(String),
      ],
      [
        'Self-service score',
        `2.0 visitors per ticket, ${ago(27)} to ${until}`,
        `4.0 sessions per ticket, ${ago(55)} to ${ago(28)}`,
      ],
      ['Deflection (estimate)', `33%, ${ago(27)} to ${until}`, `44%, ${ago(55)} to ${ago(28)}`],
      ['Customer retention', `95.0% of 1,000 customers, ${ago(90)} to ${until}`, ''],
    ]);
  });

  it('print what an estimate assumes, without judging', () => {
    for (const text of [measuresText(all), measuresMarkdown(all)]) {
      expect(text).toMatch(/The deflection estimate assumes that 20% of sessions were solved\. Reason: We asked\./);
      expect(text).not.toMatch(/\b(?:good|bad|goal|poor|healthy|should be)\b/i);
    }
    expect(measuresText(all)).toMatch(/no\s+use\s+as\s+targets/);
  });

  it('say in one sentence each what is missing and how to add it', () => {
    const text = measuresText(measure(library, { since: undefined }));
    const lines = missingNotes(measure(library, { since: undefined }));
    expect(text).toBe(['Support metrics', ...lines].join('\n'));
    expect(lines).toHaveLength(6);
    for (const line of lines) expect(line).toMatch(/^No [^:]+: [^.]+(?:\.yaml[^.]*)?\.$/);
  });

  it('say if there is not enough data, and what is older than the git history', () => {
    const counts = new Map([['desk', [makeCount(1, 40, { closed: 30 })]]]);
    const few = measure(library, { counts, links: new Map([['desk', [makeLinks(1, 'cards/lost', 12)]]]) });
    expect(measureRows(few)[1]?.now).toBe(
      'not enough data; 0 known, 0 new, 12 with articles older than the git history, 18 unknown',
    );
    expect(measureRows(few)[1]?.before).toBe('not enough data; 0 known, 0 new, 0 unknown');
  });

  it('are escaped in Markdown', () => {
    const markdown = measuresMarkdown(measureAll(library, '<b>|'));
    expect(markdown).not.toContain('<b>');
    expect(markdown.split('\n').filter((line) => line.startsWith('| Helpful'))[0]).toContain('\\<b\\>\\|');
  });
});
