import { describe, expect, it } from 'vitest';
import { measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { type Annotation, githubAnnotations, gitlabReport, sarifLog } from '#report/annotations.ts';
import { annotate } from '#report/coverage-annotations.ts';
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
  why: 'It matters.',
  level: 'warning',
  path: 'content/a,b:c.yaml',
  line: 3,
  title: '50 %: a, b\nc',
  message: '50 % of a::b, c\r\nd',
};

describe('annotations', () => {
  it('point to the article to fix, or to the topic without an article', () => {
    expect(annotationsOf().map(({ check, path, line, level }) => ({ check, path, line, level }))).toEqual([
      { check: 'topic-gap', path: 'content/topics.yaml', line: 4, level: 'warning' },
      { check: 'article-flagged', path: 'content/articles/en/cards/lost.mdx', line: 1, level: 'warning' },
    ]);
  });

  it('are errors if a limit is exceeded', () => {
    expect(annotationsOf({ gapTickets: 19, flaggedTickets: 96 }).map(({ level }) => level)).toEqual([
      'error',
      'warning',
    ]);
    expect(annotationsOf({ gapTickets: 20, flaggedTickets: 95 }).map(({ level }) => level)).toEqual([
      'warning',
      'error',
    ]);
  });

  it('are one line each for GitHub, with escapes for everything that would end a property or the command', () => {
    expect(githubAnnotations([one, { ...one, level: 'error' }])).toBe(
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

  it('are a SARIF log for any other tool, with a rule for each check', () => {
    const { version, runs } = JSON.parse(sarifLog([one, { ...one, level: 'info', column: 2, path: 'a b#.mdx' }]));
    expect(version).toBe('2.1.0');
    expect(runs).toMatchObject([
      {
        tool: { driver: { name: 'Ohje', rules: [{ id: 'topic-gap', shortDescription: { text: 'It matters.' } }] } },
        results: [
          { ruleId: 'topic-gap', ruleIndex: 0, level: 'warning', message: { text: `${one.title}. ${one.message}` } },
          {
            level: 'note',
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'a%20b%23.mdx' },
                  region: { startLine: 3, startColumn: 2 },
                },
              },
            ],
          },
        ],
      },
    ]);
    expect(JSON.parse(sarifLog([])).runs).toMatchObject([{ results: [] }]);
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
