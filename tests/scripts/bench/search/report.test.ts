import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { confidenceCurve, type Sureness, unsureShares } from '../../../../scripts/bench/search/results/confidence.ts';
import type { LanguageResult } from '../../../../scripts/bench/search/results/language-result.ts';
import { againstRun, readRun, runRecord } from '../../../../scripts/bench/search/results/run-file.ts';
import { searchReport } from '../../../../scripts/bench/search/results/search-report.ts';

const ask = (query: string, ...relevant: string[]) => ({ query, locale: 'en', relevant });

const own: LanguageResult = {
  ...{ set: '', locale: 'en', articles: 1200, distractors: 0, notes: [] },
  questions: [ask('a', 'a'), ask('b')],
  sureness: [
    { kind: 'answered', confident: true },
    { kind: 'unanswerable', confident: false },
  ],
  engines: [
    {
      name: 'Ohje',
      found: [['a'], ['x']],
      ms: [4, 2],
      first: [8, undefined],
      cold: [{ bytes: { packed: 100_000, plain: 150_000 }, ms: 300 }],
    },
    { name: 'lunr', found: [['x', 'a'], ['x']], ms: [1, 1], bytes: 50_000 },
  ],
};

/** A judged set of 40 questions, of which each engine finds some in first place. */
function judged(firsts: Record<string, number>, distractors = 0): LanguageResult {
  const questions = Array.from({ length: 40 }, (_, number) => ask(`question ${number}`, `right-${number}`));
  return {
    ...{ set: 'wixqa', locale: 'en', articles: 100 + distractors, distractors, notes: ['3 questions left out.'] },
    ...{ questions, sureness: [] },
    engines: Object.entries(firsts).map(([name, first]) => ({
      name,
      found: questions.map((_, number) => (number < first ? [`right-${number}`] : ['wrong'])),
      ms: [],
    })),
  };
}

describe('the report', () => {
  const report = searchReport([own]);

  it('has a line for each engine, and the ratio of ours to it', () => {
    expect(report).toContain('Articles: en 1,200\n');
    expect(report).toMatch(/\nen +Ohje +1 +100\.0 +100\.0 +1\.000 +0\.0 +2\.00 +4\.00 +100\n/);
    expect(report).toMatch(/\nen +lunr +1 +0\.0 +100\.0 +0\.500 +0\.0 +1\.00 +1\.00 +50\n/);
    expect(report).toMatch(/\nen +lunr +2\.00 +2\.00 +4\.00 +2\.00\n/);
  });

  it('says what is loaded first, what was never found, and how often we are not confident', () => {
    expect(report).toContain(
      "first question of a visit 100 KB (at most 100; 150 if the host doesn't compress) in 300 ms",
    );
    expect(report).toContain("1 of 5 answers didn't come.");
    expect(report).toMatch(
      /set +false alarms +missed +unanswerable +hidden answers +off-topic\nen +0\.0 of 1 +100\.0 of 1\n/,
    );
    expect(report).not.toContain('other thresholds');
  });

  it('has each difference with its interval, and a star if it is unlikely to be chance', () => {
    const lines = searchReport([judged({ Ohje: 30, lunr: 20, Orama: 29 })]);
    expect(lines).toMatch(/\nwixqa en +lunr +40 +\+25\.0 \[\+1\d\.\d, \+[34]\d\.\d\] \* +\+25\.0 \[.+\] \*\n/);
    expect(lines).toMatch(/\nwixqa en +Orama +40 +\+2\.5 \[0\.0, \+7\.5\] +\+2\.5 \[0\.0, \+7\.5\]\n/);
    expect(lines).toContain('wixqa en: 3 questions left out.');
  });

  it('has the loss with articles of other collections', () => {
    const lines = searchReport([judged({ Ohje: 30, lunr: 20 }), judged({ Ohje: 28, lunr: 5 }, 5000)]);
    expect(lines).toContain('Articles: wixqa en 100, wixqa en + 5,000 5,100\n');
    const [, loss = ''] = lines.split('With articles of other collections, minus without them');
    expect(loss).toMatch(/\nwixqa en \+ 5,000 +Ohje +40 +-5\.0 \[-12\.5, 0\.0\] /);
    expect(loss).toMatch(/\nwixqa en \+ 5,000 +lunr +40 +-37\.5 \[.+\] \*/);
  });

  it('says how BM25F was tuned', () => {
    const [first] = own.engines;
    const note = 'each half of the questions with values tuned on the other half: title 3';
    const engines = [first ?? own.engines[0]].flatMap((one) =>
      one ? [one, { ...one, name: 'BM25F, tuned', note }] : [],
    );
    expect(searchReport([{ ...own, engines }])).toContain(`en BM25F, tuned: ${note}.\n`);
  });
});

describe('a confidence curve', () => {
  const at = (kind: Sureness['kind'], ...values: number[]) =>
    values.map((confidence) => ({ kind, confidence, confident: confidence >= 3 }));
  const answers = [
    ...at('answered', ...Array.from({ length: 20 }, (_, number) => number + 1)),
    ...at('hidden', 1, 2, 3, 10),
    ...at('off-topic', Number.NEGATIVE_INFINITY, 0, 1.5, 2.5, 30),
  ];

  it('calls at most the given share of answered questions unsure', () => {
    const curve = confidenceCurve(answers);
    expect(curve.map(({ falseAlarms, threshold }) => [falseAlarms, threshold])).toEqual([
      [0.05, 2],
      [0.1, 3],
      [0.15, 4],
      [0.2, 5],
      [0.3, 7],
    ]);
    expect(curve[0]?.unsure).toEqual({ answered: 0.05, hidden: 0.25, 'off-topic': 0.6 });
    expect(curve[2]?.unsure).toEqual({ answered: 0.15, hidden: 0.75, 'off-topic': 0.8 });
    expect(curve[2]?.questions).toEqual({ answered: 20, hidden: 4, 'off-topic': 5 });
  });

  it('of an engine that gives no numbers is only what it says today', () => {
    const silent = answers.map(({ kind, confident }) => ({ kind, confident }));
    expect(confidenceCurve(silent)).toEqual([]);
    expect(unsureShares(silent).unsure).toEqual({ answered: 0.1, hidden: 0.5, 'off-topic': 0.8 });
    expect(confidenceCurve(at('hidden', 1))).toEqual([]);
  });

  it('is in the report', () => {
    expect(searchReport([{ ...own, sureness: answers }])).toMatch(/\nen +15\.0 +15\.0 +75\.0 +80\.0 +4\.000\n/);
  });
});

describe('a run as JSON', () => {
  const file = async (text: string) => {
    const path = join(await mkdtemp(join(inject('sharedFolder'), 'run-')), 'run.json');
    await writeFile(path, text);
    return path;
  };

  it('has the rank of every question', () => {
    expect(runRecord([own]).sets).toMatchObject([
      {
        ...{ set: '', locale: 'en', articles: 1200, distractors: 0 },
        questions: [
          { query: 'a', answerable: true },
          { query: 'b', answerable: false },
        ],
        engines: [
          { name: 'Ohje', ranks: [1, 0], top1: 1, ms: { median: 2, p95: 4 }, coldBytes: 100_000 },
          { name: 'lunr', ranks: [2, 0], top1: 0, bytes: 50_000 },
        ],
        confidence: { today: { unsure: { answered: 0, unanswerable: 1 } }, curve: [] },
      },
    ]);
  });

  it('can be compared with a later one, on the questions that both have', async () => {
    const then = await readRun(await file(JSON.stringify(runRecord([judged({ Ohje: 20, lunr: 20 })]))));
    const now = judged({ Ohje: 30, Orama: 10 });
    now.questions = now.questions.map((question, number) => (number === 0 ? ask('new', 'x') : question));
    const differences = againstRun([own, now], then);
    expect(differences).toMatchObject([
      { label: 'wixqa en', engine: 'Ohje', difference: { questions: 39, top1: { mean: 10 / 39, significant: true } } },
    ]);
    const text = searchReport([now], { file: 'before.json', differences });
    expect(text).toMatch(
      /Now minus before\.json\n\nset +engine +questions +top 1 +top 3\nwixqa en +Ohje +39 +\+25\.6 \[/,
    );
    expect(searchReport([own], { file: 'before.json', differences: [] })).toContain('No question is in both.');
  });

  it('is refused if it is something else', async () => {
    await expect(readRun(await file('{"sets": [1]}'))).rejects.toThrow(
      /run\.json isn't a run\. Write one with: npm run/,
    );
    await expect(readRun('no/such.json')).rejects.toThrow(/no\/such\.json can't be opened/);
  });
});
