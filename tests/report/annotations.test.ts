import { describe, expect, it } from 'vitest';
import { measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { type Annotation, annotate, githubAnnotations, gitlabReport } from '#report/annotations.ts';
import { oneSource } from '../kb/tickets/made-tickets.ts';
import { makeSite } from '../make.ts';
import { sampleCounts, sampleLibrary } from './make-report.ts';

const annotationsOf = (limits: Record<string, number> = {}, counts = sampleCounts) => {
  const library = sampleLibrary({ site: makeSite({ limits }) });
  return annotate(
    measureCoverage(library, oneSource(counts)),
    library,
    (path) => `content/${path}`,
    () => 4,
  );
};
const one: Annotation = {
  key: 'k',
  check: 'topic-gap',
  over: false,
  path: 'content/a,b:c.yaml',
  line: 3,
  title: '50 %: a, b\nc',
  message: '50 % of a::b, c\r\nd',
};

describe('annotations', () => {
  it('point to the article to fix, or to the topic without an article', () => {
    expect(annotationsOf().map(({ check, path, line, over }) => ({ check, path, line, over }))).toEqual([
      { check: 'topic-gap', path: 'content/topics.yaml', line: 4, over: false },
      { check: 'article-flagged', path: 'content/articles/en/cards/lost.mdx', line: 1, over: false },
    ]);
  });

  it('are errors if a limit is exceeded', () => {
    expect(annotationsOf({ gapTickets: 19, flaggedTickets: 96 }).map(({ over }) => over)).toEqual([true, false]);
    expect(annotationsOf({ gapTickets: 20, flaggedTickets: 95 }).map(({ over }) => over)).toEqual([false, true]);
  });

  it('are one line each for GitHub, with escapes for everything that would end a property or the command', () => {
    expect(githubAnnotations([one, { ...one, over: true }])).toBe(
      '::warning file=content/a%2Cb%3Ac.yaml,line=3,title=50 %25%3A a%2C b%0Ac::50 %25 of a::b, c%0D%0Ad\n' +
        '::error file=content/a%2Cb%3Ac.yaml,line=3,title=50 %25%3A a%2C b%0Ac::50 %25 of a::b, c%0D%0Ad\n',
    );
    expect(githubAnnotations([])).toBe('');
  });

  it('are a Code Quality report for GitLab', () => {
    expect(JSON.parse(gitlabReport([one]))).toEqual([
      {
        description: `${one.title}. ${one.message}`,
        check_name: 'topic-gap',
        fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
        severity: 'minor',
        location: { path: one.path, lines: { begin: 3 } },
      },
    ]);
    expect(JSON.parse(gitlabReport([]))).toEqual([]);
  });

  it('keep their fingerprint while the tickets change', () => {
    const prints = (counts = sampleCounts) =>
      JSON.parse(gitlabReport(annotationsOf({}, counts))).map(
        ({ fingerprint }: { fingerprint: string }) => fingerprint,
      );
    expect(prints(sampleCounts.map((count) => ({ ...count, tickets: count.tickets * 2 })))).toEqual(
      expect.arrayContaining(prints()),
    );
    expect(new Set(prints()).size).toBe(prints().length);
  });
});
