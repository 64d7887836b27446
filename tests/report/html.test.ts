import { describe, expect, it } from 'vitest';
import { measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { coverageHtml } from '#report/html/page.ts';
import { htmlReport } from '#report/html/report.ts';
import { makeSite } from '../make.ts';
import { hostile, sampleCounts, sampleLibrary, sampleReport } from './make-report.ts';

const page = coverageHtml(sampleReport());

describe('the page', () => {
  it('needs nothing else, and runs nothing', () => {
    expect(page).not.toMatch(/<script|<link (?!rel="icon" href="data:,")|@import|url\(|<[a-z][^>]*\ssrc=/);
    expect(page).toMatch(/^<!doctype html><html lang="en">/);
    expect(page).toMatch(/http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;/);
  });

  it('shows what comes from outside as text', () => {
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page).not.toMatch(/[\u202a-\u202e]/);
    expect(page.match(/&#x3C;script>hacked=1&#x3C;\/script>/g)?.length).toBeGreaterThan(5);
  });

  it('has every part of the report, and the numbers of every chart', () => {
    for (const title of [
      'What to do',
      'Articles to look at first: 1',
      'Missing articles: 1',
      'Categories without a topic: 1',
      'Where the tickets come from',
      'Coverage by language',
      'Did edits help?',
      'Fell by 52 % (95 % interval 20 to 70 %)',
      '1 change with too little to say.',
      'Measured by the field’s standard',
      '52 % (46–58 %) of 290 closed tickets',
      'Most used articles',
      'Topics that came up, and their first article',
      'CSAT by topic, lowest first',
      'Helpful votes by article, lowest first',
      'Searched and not found',
      'Tickets per topic and week',
    ])
      expect(page).toContain(title);
    expect(page).toContain('1 topic carries 80 % of the tickets');
  });

  it('gives every id once', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('is the same bytes for the same report', () => {
    expect(coverageHtml(sampleReport())).toBe(page);
  });

  it('says in words what the matrix shows in shapes', () => {
    expect(page).toMatch(/<span class="unseen">there, tickets: <\/span> 80</);
    expect(page).toMatch(/<span class="unseen">outdated, tickets: <\/span> 16</);
    expect(page).toMatch(/<span class="unseen">missing, to be written first, tickets: <\/span> 20</);
  });

  it('names what is over the limits, and nothing if there are none', () => {
    const site = makeSite({ limits: { gapTickets: 19, unmappedTickets: 24 } });
    const over = coverageHtml(sampleReport(sampleLibrary({ site })));
    expect(over).toContain('Over the limit');
    expect(over).toContain('No article names the topic card-late, with 20 tickets, and 19 are allowed');
    expect(over).not.toContain('limits.unmappedTickets');
    expect(page).not.toContain('Over the limit');
  });

  it('says nothing of edits if they were not examined', () => {
    expect(coverageHtml({ ...sampleReport(), effects: undefined })).not.toContain('Did edits help?');
  });

  it('claims no share where all tickets are of the window before', () => {
    const library = sampleLibrary();
    const coverage = measureCoverage(library, sampleCounts, { until: '2026-12-20' });
    const late = coverageHtml(htmlReport(library, sampleCounts, { coverage, searched: [] }));
    expect(late).toContain('No topic has tickets in the window');
    expect(late).not.toMatch(/carry 80 % of|carries 80 % of|NaN|Infinity/);
  });

  it('says how to start if there are no tickets', () => {
    const empty = coverageHtml(sampleReport(sampleLibrary(), []));
    expect(empty).toContain('npm run tickets -- import FILE');
    expect(empty).not.toMatch(/NaN|undefined|Infinity/);
    expect(empty).not.toContain(hostile);
  });
});
