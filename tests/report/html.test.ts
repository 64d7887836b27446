import { describe, expect, it } from 'vitest';
import { measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { coverageHtml } from '#report/html/page.ts';
import { htmlReport } from '#report/html/report.ts';
import { oneSource } from '../kb/tickets/made-tickets.ts';
import { makeSite } from '../make.ts';
import { hostile, sampleCounts, sampleLibrary, sampleReport } from './make-report.ts';

const page = coverageHtml(sampleReport());

describe('the page', () => {
  it('is self-contained and runs no scripts', () => {
    expect(page).not.toMatch(/<script|<link (?!rel="icon" href="data:,")|@import|url\(|<[a-z][^>]*\ssrc=/);
    expect(page).toMatch(/^<!doctype html><html lang="en">/);
    expect(page).toMatch(/http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;/);
  });

  it('escapes text from other systems', () => {
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page).not.toMatch(/[\u202a-\u202e]/);
    expect(page.match(/&#x3C;script>hacked=1&#x3C;\/script>/g)?.length).toBeGreaterThan(5);
  });

  it('has every part of the report, and the numbers of every chart', () => {
    for (const title of [
      'Work list',
      'Topics with articles to fix: 1',
      'Missing articles: 1',
      'Categories without a topic: 1',
      'Where tickets come from',
      'Coverage by language',
      'Did edits help?',
      'Fell by 52% compared with all other topics (95% interval 20% to 70%)',
      '1 change without enough data.',
      'Support metrics',
      '52% (46–58%) of 290 closed tickets',
      'Most used articles',
      'New topics and their first article',
      'CSAT by topic, lowest first',
      'Helpful votes by article, lowest first',
      'Searches without a result',
      'Tickets per topic and week',
    ])
      expect(page).toContain(title);
    expect(page).toContain('1 topic accounts for 80% of tickets');
  });

  it('uses each id once', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('is the same bytes for the same report', () => {
    expect(coverageHtml(sampleReport())).toBe(page);
  });

  it('describes the shapes of the matrix in text', () => {
    expect(page).toMatch(/<span class="unseen">available, tickets: <\/span> 80</);
    expect(page).toMatch(/<span class="unseen">outdated, tickets: <\/span> 16</);
    expect(page).toMatch(/<span class="unseen">missing, write first, tickets: <\/span> 20</);
  });

  it('lists what is over the limits, if anything is', () => {
    const site = makeSite({ limits: { gapTickets: 19, unmappedTickets: 24 } });
    const over = coverageHtml(sampleReport(sampleLibrary({ site })));
    expect(over).toContain('Over the limits');
    expect(over).toContain('The topic card-late has no article and 20 tickets, over the limit of 19');
    expect(over).not.toContain('limits.unmappedTickets');
    expect(page).not.toContain('Over the limits');
  });

  it('leaves out edits if they were not measured', () => {
    expect(coverageHtml({ ...sampleReport(), effects: undefined })).not.toContain('Did edits help?');
  });

  it('shows no share if all tickets are from the previous period', () => {
    const library = sampleLibrary();
    const coverage = measureCoverage(library, oneSource(sampleCounts), { until: '2026-12-20' });
    const late = coverageHtml(htmlReport(library, oneSource(sampleCounts), { coverage, searched: [] }));
    expect(late).toContain('No tickets in this period.');
    expect(late).not.toMatch(/for 80% of|NaN|Infinity/);
  });

  it('says how to start if there are no tickets', () => {
    const empty = coverageHtml(sampleReport(sampleLibrary(), []));
    expect(empty).toContain('npm run tickets -- import FILE');
    expect(empty).not.toMatch(/NaN|undefined|Infinity/);
    expect(empty).not.toContain(hostile);
  });
});
