import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { readContent } from '#io/content/read-content.ts';
import { readBeir } from '../../../../scripts/bench/search/sets/beir.ts';
import { chooseDistractors, readDistractors } from '../../../../scripts/bench/search/sets/distractors.ts';
import { readJudgedSets } from '../../../../scripts/bench/search/sets/judged-sets.ts';
import { offTopicQuestions, readOffTopic } from '../../../../scripts/bench/search/sets/off-topic.ts';
import { plainArticle, writePlainArticles } from '../../../../scripts/bench/search/sets/plain-articles.ts';
import { engine } from '../../../run.ts';

const json = (...records: unknown[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');
const corpus = json(
  { _id: 'a1', title: 'Fees', text: 'No fees.' },
  { _id: 'a2', title: 'Lost card', text: 'Block it.' },
);
const queries = json(
  { _id: 'q1', text: 'what does it cost' },
  { _id: 'q2', text: 'lost it' },
  { _id: 'q3', text: 'bikes' },
);
const header = 'query-id\tcorpus-id\tscore\n';

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(inject('sharedFolder'), 'beir-'));
  await mkdir(join(folder, 'qrels'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const set = (files: Record<string, string> = {}) =>
  folderWith({ 'corpus.jsonl': corpus, 'queries.jsonl': queries, 'qrels/test.tsv': `${header}q1\ta1\t1\n`, ...files });

describe('a BEIR folder', () => {
  it('has questions with several right articles, or none if all scores are 0', async () => {
    const folder = await set({ 'qrels/test.tsv': `${header}q1\ta1\t1\nq1\ta2\t2\nq2\ta1\t0\nq2\ta2\t1\nq3\ta1\t0\n` });
    expect((await readBeir(folder, undefined)).questions).toEqual([
      { text: 'what does it cost', relevant: ['a1', 'a2'] },
      { text: 'lost it', relevant: ['a2'] },
      { text: 'bikes', relevant: [] },
    ]);
  });

  it('can have other splits, one plain file, Windows line ends, a mark at the start, and no header', async () => {
    const dev = await set({ 'qrels/dev.tsv': 'q2\ta2\t1\n' });
    expect((await readBeir(dev, 'dev')).questions).toEqual([{ text: 'lost it', relevant: ['a2'] }]);
    const plain = await folderWith({
      'corpus.jsonl': `\uFEFF${corpus.replaceAll('\n', '\r\n')}`,
      'queries.jsonl': queries,
      'qrels.tsv': 'q1 0 a1 1\r\nq2 0 a2 1\r\n',
    });
    expect((await readBeir(plain, undefined)).questions).toHaveLength(2);
  });

  it('says what it leaves out', async () => {
    const folder = await set({ 'qrels/test.tsv': `${header}q1\ta1\t1\nq1\tgone\t1\nq2\tgone\t1\nlost\ta1\t1\n` });
    const { questions, notes } = await readBeir(folder, undefined);
    expect(questions).toEqual([{ text: 'what does it cost', relevant: ['a1'] }]);
    expect(notes).toEqual([
      '1 question without a judgment left out.',
      '1 judged question not in queries.jsonl left out.',
      '2 right articles not in corpus.jsonl left out.',
      '1 question without any of its right articles left out.',
    ]);
  });

  it.each([
    [{ 'corpus.jsonl': `${corpus}{"_id": "a3"\n` }, /corpus\.jsonl:3 isn't an article\. Write lines such as/],
    [{ 'corpus.jsonl': corpus + json({ title: 'No id', text: '' }) }, /corpus\.jsonl:3 isn't an article\./],
    [{ 'corpus.jsonl': corpus + corpus }, /corpus\.jsonl:3 has the _id "a1" again\. Line 1 has it too\./],
    [{ 'corpus.jsonl': '\n' }, /corpus\.jsonl contains no articles\./],
    [{ 'queries.jsonl': json({ _id: 'q1', text: ' ' }) }, /queries\.jsonl:1 isn't a question\./],
    [{ 'qrels/test.tsv': `${header}q1\ta1\n` }, /test\.tsv:2 isn't a judgment\./],
    [{ 'qrels/test.tsv': `${header}q1\ta1\tyes\n` }, /test\.tsv:2 isn't a judgment\./],
    [{ 'qrels/test.tsv': header }, /test\.tsv contains no judgments\./],
    [{ 'qrels/test.tsv': `${header}x\ty\t1\n` }, /has no question with a right article\. Check the ids/],
  ])('%j is refused with its place', async (files, says) => {
    await expect(readBeir(await set(files as Record<string, string>), undefined)).rejects.toThrow(says);
  });

  it('without a file, or with other splits, says what there is', async () => {
    await expect(readBeir(await folderWith({ 'corpus.jsonl': corpus }), undefined)).rejects.toThrow(
      /There is no file .*queries\.jsonl/,
    );
    await expect(readBeir(await set(), 'dev')).rejects.toThrow(/There is no .*dev\.tsv\. Choose --split test\./);
    const none = await folderWith({ 'corpus.jsonl': corpus, 'queries.jsonl': queries });
    await expect(readBeir(none, undefined)).rejects.toThrow(/neither .*test\.tsv nor .*qrels\.tsv/);
  });
});

describe('the articles of a judged set', () => {
  const hostile = [
    {
      _id: '../../etc/passwd',
      title: '',
      text: 'import x from "y"\nexport const z = 1\n{process.exit()} <script>alert(1)</script>',
    },
    { _id: 'b', title: 'Index', text: '---\ntitle: other\n---\n# Not a heading\n:::warning\n{{ fact }}\n<Tabs>\n' },
    {
      _id: 'c',
      title: 'Index',
      text: '```js\nnot closed\n\u0000\u0007\ud800 | a | b |\n- [x] done\n[link](javascript:x)',
    },
    { _id: 'd', title: '"quotes": & <b>tags</b> {x}', text: '' },
    { _id: 'e', title: '???', text: '    four spaces\n\n> quote\n1. one\n* * *\nhttps://example.com/<a>?b={c}' },
  ];

  it('are content that compiles, with their text as it was', async () => {
    const folder = await folderWith({ 'site.yaml': 'name: S\nlocales: [en]\ndefaultLocale: en\ntheme: plain\n' });
    const ids = await writePlainArticles(folder, 'en', 'articles', hostile.map(plainArticle));
    expect(ids).toEqual([
      'articles/import-x-from-y',
      'articles/index-2',
      'articles/index-3',
      'articles/quotes-btagsb-x',
      'articles/article',
    ]);
    const { library, findings } = await readContent(folder);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(library?.articles.map(({ title }) => title).sort()).toEqual(
      ['import x from "y"', 'Index', 'Index', '"quotes": & <b>tags</b> {x}', '???'].sort(),
    );
    const [first] = await readDistractors(folder, 'en');
    const all = await readDistractors(folder, 'en');
    expect(first).toBeDefined();
    const texts = all.map(({ blocks }) => blocks.map(({ text }) => text).join('\n'));
    expect(texts).toContain('import x from "y"\nexport const z = 1\n{process.exit()} <script>alert(1)</script>');
    expect(texts).toContain('---\ntitle: other\n---\n# Not a heading\n:::warning\n{{ fact }}\n<Tabs>');
    expect(texts).toContain('```js\nnot closed\n\ufffd | a | b |\n- [x] done\n[link](javascript:x)');
    expect(texts).toContain('four spaces\n> quote\n1. one\n* * *\nhttps://example.com/<a>?b={c}');
  });

  it('have ids that the judgments follow', async () => {
    const folder = await set({ 'corpus.jsonl': corpus + json(...hostile) });
    const [judged] = await readJudgedSets(
      { content: '', set: [folder], locale: ['sv'] },
      await mkdtemp(join(inject('sharedFolder'), 'judged-')),
    );
    expect(judged).toMatchObject({
      locale: 'sv',
      questions: [{ query: 'what does it cost', locale: 'sv', relevant: ['articles/fees'] }],
    });
  });
});

describe('off-topic questions', () => {
  it('come from other sets and from files, in the same language, unless their articles were added', async () => {
    const folder = await folderWith({ 'asked.jsonl': json({ query: 'bikes?' }, { query: 'pyöriä?', locale: 'fi' }) });
    const file = join(folder, 'asked.jsonl');
    const strangers = await readOffTopic([file, await set()], 'en');
    expect(strangers.map(({ query, locale }) => `${locale} ${query}`)).toEqual([
      'en bikes?',
      'fi pyöriä?',
      'en what does it cost',
      'en lost it',
      'en bikes',
    ]);
    const named = (name: string, query: string) => ({
      ...{ name, source: join(folder, name), content: name, locale: 'en', notes: [] },
      questions: [{ query, locale: 'en', relevant: ['x'] }],
    });
    const [one, other] = [named('one', 'lost it'), named('other', 'how do I fly')];
    const from = (added: string[]) => offTopicQuestions(one, 'en', [one, other], strangers.slice(0, 4), added);
    expect(from([])).toEqual(['bikes?', 'what does it cost', 'how do I fly']);
    expect(from([other.source])).toEqual(['bikes?', 'what does it cost']);
    await expect(readOffTopic([join(folder, 'none')], 'en')).rejects.toThrow(/There is no file .*none/);
    await expect(readOffTopic([join(await set(), 'qrels/test.tsv')], 'en')).rejects.toThrow(
      /test\.tsv:1 isn't a question/,
    );
  });
});

describe('distractors', () => {
  it('can be a BEIR folder or a content folder, whose headings stay', async () => {
    expect(await readDistractors(await set(), 'en')).toEqual([
      { title: 'Fees', blocks: [{ text: 'No fees.' }] },
      { title: 'Lost card', blocks: [{ text: 'Block it.' }] },
    ]);
    const own = await readDistractors(join(engine, 'tests/fixtures/sites/small'), 'en');
    expect(own.some(({ blocks }) => blocks.some(({ isHeading }) => isHeading))).toBe(true);
    await expect(readDistractors(join(engine, 'src'), 'en')).rejects.toThrow(
      /neither a corpus\.jsonl nor a site\.yaml/,
    );
  });

  it('are always the same, and a larger number includes those of a smaller one', () => {
    const all = Array.from({ length: 50 }, (_, number) => ({ title: `${number}`, blocks: [] }));
    const five = chooseDistractors(all, 5);
    expect(chooseDistractors([...all].reverse(), 5)).toEqual(five);
    expect(chooseDistractors(all, 20)).toEqual(expect.arrayContaining(five));
    expect(() => chooseDistractors(all, 51)).toThrow('There are only 50 other articles for --distractor-count 51.');
  });
});
