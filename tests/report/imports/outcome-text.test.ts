import { describe, expect, it } from 'vitest';
import { outcomeLines } from '#report/imports/outcome-text.ts';

const linked = (articles: string, tickets: number) => ({
  day: '2026-11-02',
  locale: 'en',
  articles: articles.split(' '),
  tickets,
});

describe('what an import says about how tickets ended', () => {
  it('names the field and the scale of everything it counted', () => {
    const lines = outcomeLines(
      {
        closed: { place: 'column:close_at', tickets: 1200 },
        satisfaction: {
          place: 'column:CSAT',
          scale: { worst: 1, best: 5, satisfied: 4 },
          rated: 40,
          satisfied: 30,
          astray: 0,
        },
        links: { place: 'text', counts: [linked('a b', 3), linked('a', 2)], lost: 0 },
        unclear: [],
      },
      2000,
      'shop',
    );
    expect(lines).toEqual([
      'Closed: 1,200 of 2,000 tickets, from any value in column:close_at.',
      'Satisfied: 30 of 40 customers who answered (75%), from column:CSAT: 1 (worst) to 5 (best), satisfied from 4 up.',
      'Linked: 5 of 1,200 closed tickets, to 2 articles, from addresses in the text.',
    ]);
  });

  it('counts links among all tickets if the closed ones are unknown', () => {
    const links = { place: 'field:1', counts: [linked('a', 2)], lost: 3 };
    const [line, lost, unknown] = outcomeLines({ links, unclear: [] }, 9, 'shop');
    expect(line).toBe('Linked: 2 of 9 tickets, to 1 article, from field:1.');
    expect(lost).toMatch(/^ {2}3 links to an unknown page didn't count\. .*"redirectFrom".*"url" in site\.yaml/);
    expect(unknown).toMatch(/^Not found in the export: "closed:", "satisfaction:"\. /);
  });

  it('says if no one has answered', () => {
    const scale = { satisfied: ['good'], unsatisfied: ['bad'] };
    const satisfaction = { place: 'column:score', scale, rated: 0, satisfied: 0, astray: 0 };
    expect(outcomeLines({ satisfaction, unclear: [] }, 9, 'shop')[0]).toBe(
      'Satisfied: no one has answered, from column:score: "good" is satisfied, "bad" isn\'t.',
    );
  });

  it('never says that no one has answered if there are answers on an unknown scale', () => {
    const scale = { satisfied: ['good'], unsatisfied: ['bad'] };
    const satisfaction = { place: 'column:score', scale, rated: 0, satisfied: 0, astray: 7 };
    expect(outcomeLines({ satisfaction, unclear: [] }, 9, 'shop')[0]).toMatch(
      /^Satisfied: 7 answers in column:score, on/,
    );
  });

  it('asks for the meaning of a column it does not understand', () => {
    const unclear = [
      { key: 'closed' as const, place: 'column:Status' },
      { key: 'satisfaction' as const, place: 'column:Satisfaction' },
    ];
    expect(outcomeLines({ unclear }, 9, 'shop')).toEqual([
      'No value in column:Status is known to mean closed. Set the ones that do with "closed:" in tickets.yaml.',
      "Satisfied: there are answers in column:Satisfaction, on a scale that isn't known. To count them, add to tickets.yaml which ones mean satisfied:",
      '  sources:',
      '    shop:',
      '      satisfaction: { at: "column:Satisfaction", satisfied: [Good], unsatisfied: [Bad] }',
      '  or, if they are numbers: { at: "column:Satisfaction", worst: 1, best: 5, satisfied: 4 }',
      'Not found in the export: "links:". If the export includes it, set the field in tickets.yaml.',
    ]);
  });
});
