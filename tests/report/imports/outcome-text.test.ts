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
    );
    expect(lines).toEqual([
      'Closed: 1,200 of 2,000 tickets, from any value in column:close_at.',
      'Satisfied: 30 of 40 customers who answered (75%), from column:CSAT: 1 (worst) to 5 (best), satisfied from 4 up.',
      'Linked: 5 of 1,200 closed tickets, to 2 articles, from addresses in the text.',
    ]);
  });

  it('counts links among all tickets if the closed ones are unknown', () => {
    const links = { place: 'field:1', counts: [linked('a', 2)], lost: 3 };
    const [line, lost, unknown] = outcomeLines({ links, unclear: [] }, 9);
    expect(line).toBe('Linked: 2 of 9 tickets, to 1 article, from field:1.');
    expect(lost).toMatch(/^ {2}3 links to an unknown page didn't count\. .*"redirectFrom".*"url" in site\.yaml/);
    expect(unknown).toMatch(/^Not found in the export: "closed:", "satisfaction:"\. /);
  });

  it('says if no one has answered', () => {
    const scale = { satisfied: ['good'], unsatisfied: ['bad'] };
    const satisfaction = { place: 'column:score', scale, rated: 0, satisfied: 0, astray: 0 };
    expect(outcomeLines({ satisfaction, unclear: [] }, 9)[0]).toBe(
      'Satisfied: no one has answered, from column:score: "good" is satisfied, "bad" isn\'t.',
    );
  });

  it('asks for the meaning of a column it does not understand', () => {
    const unclear = [
      { key: 'closed' as const, place: 'column:Status' },
      { key: 'satisfaction' as const, place: 'column:Satisfaction' },
    ];
    expect(outcomeLines({ unclear }, 9)).toEqual([
      'No value in column:Status is known to mean closed. Set the ones that do with "closed:" in tickets.yaml.',
      'The answers in column:Satisfaction aren\'t on a known scale. Describe the scale with "satisfaction:" in tickets.yaml.',
      'Not found in the export: "links:". If the export includes it, set the field in tickets.yaml.',
    ]);
  });
});
