import { describe, expect, it } from 'vitest';
import type { Code } from '#kb/findings/codes.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';
import { githubAnnotations, gitlabReport } from '#report/annotations.ts';
import { annotateFindings } from '#report/finding-annotations.ts';
import { countLine, findingsText } from '#report/findings-text.ts';
import { groupFindings } from '#report/grouped-findings.ts';
import { voiceFaults } from '../voice.ts';

const many = (code: Code, group: string, count: number): Finding[] =>
  Array.from({ length: count }, (_, index) => ({
    ...finding(code, { path: 'strings/is.yaml', line: index + 1 }, `"text ${index}" is missing.`, 'Add it.'),
    group,
  }));

describe('findings that come in hundreds', () => {
  it('are one per language, and the others stay as they are', () => {
    const broken = finding('link-broken', { path: 'articles/en/a/b.mdx', line: 3 }, 'a.', 'Remove it.');
    const grouped = groupFindings([...many('string-missing', 'is', 144), broken, ...many('string-missing', 'fo', 2)]);
    expect(grouped.map(({ code, path, line, says }) => [code, path, line, says])).toEqual([
      ['link-broken', 'articles/en/a/b.mdx', 3, 'a.'],
      ['string-missing', 'strings/is.yaml', undefined, '144 interface texts have no "is" translation.'],
      ['string-missing', 'strings/is.yaml', 1, '"text 0" is missing.'],
      ['string-missing', 'strings/is.yaml', 2, '"text 1" is missing.'],
    ]);
    expect(grouped.flatMap(voiceFaults)).toEqual([]);
  });

  it('are listed one by one on request', () => {
    const findings = many('string-missing', 'is', 144);
    expect(findingsText(findings)).toMatch(/--all[\s\S]*\n0 errors, 1 warning$/);
    expect(findingsText(findings, true)).toMatch(/"text 143"[\s\S]*\n0 errors, 144 warnings$/);
  });
});

it('counts notes only if there are any', () => {
  const one = finding('link-broken', { path: 'a' }, 'a.', 'Remove it.');
  expect(countLine([])).toBe('No problems found.');
  expect(countLine([one, { ...one, severity: 'info' }])).toBe('1 error, 0 warnings, 1 note');
});

describe('annotations of findings', () => {
  const warning = finding('alt-missing', { path: 'articles/en/a/b.mdx', line: 7, column: 2 }, 'No: text.', 'Write it.');
  const error = finding('link-broken', { path: 'articles/en/c/d.mdx' }, 'It is gone.', 'Remove it.');
  const annotations = annotateFindings([warning, error, warning], (path) => `content/${path}`);

  it('are errors first, each with its code and its place', () => {
    expect(githubAnnotations(annotations)).toBe(
      [
        '::error file=content/articles/en/c/d.mdx,line=1,title=It is gone::Remove it.\n',
        '::warning file=content/articles/en/a/b.mdx,line=7,col=2,title=No%3A text::Write it.\n',
        '::warning file=content/articles/en/a/b.mdx,line=7,col=2,title=No%3A text::Write it.\n',
      ].join(''),
    );
  });

  it('have a fingerprint of their own that does not depend on the line', () => {
    const prints = (line: number) =>
      JSON.parse(
        gitlabReport(
          annotateFindings(
            [
              { ...warning, line },
              { ...warning, line: line + 2 },
            ],
            String,
          ),
        ),
      ).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(prints(3)).toEqual(prints(8));
    expect(new Set(prints(3)).size).toBe(2);
  });
});
