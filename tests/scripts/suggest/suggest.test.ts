import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Suggestions } from '#kb/tickets/measures/suggestion.ts';
import { makeFolder } from '../../folder.ts';
import { commandEnv, run } from '../../run.ts';
import { lines, zendeskTicket } from '../../tickets.ts';

const article = (title: string, topic: string, body: string, more = '') =>
  `---\ntitle: ${title} # as customers ask\n${more}topics: [${topic}]\n---\n\n${body}\n`;

const files = {
  'content/site.yaml': 'name: Pilvi\nlocales: [en]\ndefaultLocale: en\n',
  'content/topics.yaml':
    'topics:\n  late:\n    categories: [late]\n  lost:\n    categories: [lost]\n  fees:\n    categories: [fees]\n',
  'content/searches.yaml': 'en:\n  - question: what does it cost\n    article: money/fees\n',
  'content/articles/en/cards/late.mdx': article(
    'When does my card come?',
    'late',
    'It comes by post within a week.',
    'aliases:\n  - delivery time # in letters\n',
  ),
  'content/articles/en/cards/lost.mdx': article('I lost my card', 'lost', 'Freeze it in the app, then call us.'),
  'content/articles/en/money/fees.mdx': article(
    'What does it cost?',
    'fees',
    'An account is free. A second card is 5 euros.',
  ),
  'content/articles/en/money/secret.mdx': article(
    'Canary draft',
    'fees',
    'Canary text.',
    'confidence: work-in-progress\n',
  ),
  'content/tickets.yaml': 'sources:\n  zendesk:\n    category: field:360001\n    locale: tag-prefix:lang_\n',
};

const beginnings = ['hello', 'good morning', 'excuse me', 'please help', 'one question', 'it is urgent', 'dear team'];
const ends = ['thanks', 'what now', 'i wait', 'tell me', 'help', 'best wishes', 'write back', 'so what', 'answer soon'];

/** So many people who ask about the same thing, with everything in their tickets that no one may see. */
function people(count: number, category: string, message: string) {
  return Array.from({ length: count }, (_, index) =>
    zendeskTicket({
      created: `2026-11-${String(1 + (index % 9)).padStart(2, '0')}T10:00:00Z`,
      category,
      subject: '',
      message: `${beginnings[index % 7]}. ${message}, ${ends[index % 9]}. Greetings, Canary Virtanen, canary.${index}@mail.example, +358 50 123 4567, IBAN FI21 1234 5600 0007 85`,
    }),
  );
}

const exported = lines([
  ...people(40, 'late', 'where is my plastic'),
  ...people(40, 'lost', 'somebody took my wallet'),
  ...people(20, 'fees', 'how much is an account'),
  ...people(4, 'fees', 'what about the zloty surcharge'),
]);

async function folder(more: Record<string, string> = {}) {
  return makeFolder({ ...files, 'export.json': exported, ...more });
}
const suggest = (cwd: string, ...words: string[]) => run('suggest', words, cwd);
const read = (root: string, path: string) => readFile(join(root, 'content', path), 'utf8');

async function suggested(root: string, ...words: string[]): Promise<Suggestions> {
  const { code, stdout, stderr } = await suggest(root, '--json', ...words);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

describe('suggest', () => {
  it('shows words of customers with their evidence and effect, nothing personal, and changes nothing', async () => {
    const root = await folder();
    const { code, stdout, stderr } = await suggest(root, '--export', 'export.json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^articles\/en\/cards\/late\.mdx\n {2}When does my card come\?\n {2}\+ .*plastic/m);
    expect(stdout).toMatch(/40 people(?:, \d+ without finding it)?; helps \d+ held-out questions/);
    expect(stdout).toMatch(/Tickets \(en, \d+\): first [\d.]+% -> [\d.]+%, among the first three/);
    expect(stdout).toContain('npm run suggest -- --export export.json --write');
    expect(stdout).not.toMatch(/canary|virtanen|greetings|mail|zloty|surcharge|\+358|FI21|draft/i);
    expect(await read(root, 'articles/en/cards/late.mdx')).toBe(files['content/articles/en/cards/late.mdx']);
  });

  it('writes them into the front matter, and what was measured is true afterwards', async () => {
    const root = await folder();
    const before = await suggested(root, '--export', 'export.json');
    const { stdout } = await suggest(root, '--export', 'export.json', '--write');
    expect(stdout).toContain('Read the change with `git diff`');
    const late = await read(root, 'articles/en/cards/late.mdx');
    const [own] = before.articles.filter(({ article }) => article === 'cards/late');
    expect(late).toContain(
      `  - delivery time # in letters\n${own?.aliases.map(({ alias }) => `  - ${alias}\n`).join('')}`,
    );
    expect(late).toContain('title: When does my card come? # as customers ask\n');
    expect(await read(root, 'articles/en/cards/lost.mdx')).toMatch(/\ntopics: \[lost\]\naliases: \[[^\]]*wallet/);
    expect((await run('check', [], root)).code).toBe(0);
    const after = await suggested(root, '--export', 'export.json');
    const sets = ({ measured }: Suggestions, when: 'before' | 'after') =>
      measured.map(({ name, [when]: share }) => ({ name, share }));
    expect(sets(after, 'before')).toEqual(sets(before, 'after'));
  });

  it('writes only into the articles that are named', async () => {
    const root = await folder();
    await suggest(root, '--export', 'export.json', '--write', 'cards/lost');
    expect(await read(root, 'articles/en/cards/late.mdx')).toBe(files['content/articles/en/cards/late.mdx']);
    expect(await read(root, 'articles/en/cards/lost.mdx')).toContain('aliases: [');
    const { code, stderr } = await suggest(root, '--export', 'export.json', 'cards/losst');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'There is no published article "cards/losst". Did you mean "cards/lost"? Nothing was written.\n',
    });
  });

  it('suggests no word that takes a guarded question away from its article', async () => {
    const guarded = 'en:\n  - question: my plastic is underway\n    article: money/fees\n';
    const held = article(
      'What does it cost?',
      'fees',
      'My plastic is underway.',
      'aliases: [my plastic is underway]\n',
    );
    const root = await folder({ 'content/searches.yaml': guarded, 'content/articles/en/money/fees.mdx': held });
    const { measured } = await suggested(root, '--export', 'export.json');
    expect(measured.find(({ name }) => name === 'guarded')).toMatchObject({ after: { asked: 1, among: 1 } });
  });

  it('takes words from searches that ended in another article than the first', async () => {
    const asked = [
      'plastic underway',
      'plastic where',
      'plastic not here',
      'is my plastic on its way',
      'plastic tracking',
      'follow plastic',
      'plastic kolli',
      'plastic by mail',
    ];
    const rows = asked.flatMap((question) =>
      Array.from({ length: 6 }, () => `${question},2026-11-02,en,/en/cards/late/`),
    );
    const root = await folder({
      'log.csv': `question,day,locale,article\n${rows.join('\n')}\nmail canary@mail.example,2026-11-02,en,cards/late\n`,
    });
    const { stdout } = await suggest(root, '--searches', 'log.csv');
    expect(stdout).toMatch(/\+ .*plastic.* +searched \d+ times; helps \d+ held-out question/);
    expect(stdout).not.toContain('canary');
  });

  it('suggests a synonym for a word of several articles, and writes it', async () => {
    const root = await folder({
      'content/articles/en/money/send.mdx': article('Send money', 'fees', 'Open the app, then Send.'),
      'content/articles/en/money/get.mdx': article('Get money', 'fees', 'Share your number.'),
      'content/articles/en/money/abroad.mdx': article('Travel abroad', 'fees', 'Tell us where you go.'),
      'content/synonyms/en.yaml': '# Ours.\n- [card, bank card] # checked\n',
      'export.json': lines([
        ...people(30, 'late', 'no plastique here'),
        ...people(30, 'lost', 'my plastique fell in a river'),
        ...people(20, 'late', 'no card here'),
        ...people(20, 'lost', 'my card fell in a river'),
        ...people(20, 'fees', 'how much is an account'),
      ]),
    });
    const { stdout } = await suggest(root, '--export', 'export.json', '--write');
    expect(stdout).toMatch(
      /^synonyms\/en\.yaml\n {2}\+ \[card, plastique\] {2}60 people, \d+ without finding it; helps \d+ held-out questions\n {4}for cards\/late, cards\/lost$/m,
    );
    expect(await read(root, 'synonyms/en.yaml')).toBe('# Ours.\n- [card, bank card, plastique] # checked\n');
    expect((await run('check', [], root)).code).toBe(0);
  });

  it('says what it needs to measure, and what is wrong with its files', async () => {
    const root = await folder({ 'questions.jsonl': '{"query": "Hi", "relevant": ["cards/losst"]}\n' });
    expect(await suggest(root)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is nothing to measure with.'),
    });
    expect(await suggest(root, '--questions', 'questions.jsonl')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(
        'questions.jsonl:1: There is no article "cards/losst".\n  Did you mean "cards/lost"?',
      ),
    });
    expect(await suggest(root, '--with', 'http://localhost:1')).toMatchObject({ code: 2 });
    expect(await suggest(root, '--with', 'file:///etc', '--model', 'a')).toMatchObject({ code: 2 });
  });
});

describe('suggest --with', () => {
  it('sends published articles only, and measures the answers', async () => {
    const bodies: string[] = [];
    const server = createServer(async (request, response) => {
      const parts: Uint8Array[] = [];
      for await (const part of request) parts.push(part as Uint8Array);
      const body = Buffer.concat(parts).toString();
      bodies.push(body);
      const late = [
        'where is my kolli',
        'kolli still underway',
        'kolli tracking',
        'no kolli yet',
        'my kolli is gone',
        'follow a kolli',
        'kolli when',
      ];
      const content = body.includes('When does my card come?') ? late.join('\n') : 'what does it cost';
      response.end(JSON.stringify({ choices: [{ message: { content } }] }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const root = await folder();
    const { code, stdout, stderr } = await run(
      'suggest',
      ['--with', url, '--model', 'small', '--export', 'export.json'],
      root,
      commandEnv({ OHJE_SUGGEST_KEY: 'secret-key' }),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(bodies).toHaveLength(3);
    expect(bodies.join('\n')).not.toMatch(/canary|plastic|wallet|secret-key/i);
    expect(stdout).toMatch(/\+ .*kolli.* suggested by the endpoint; helps \d+ held-out question/);
    expect(stdout).not.toContain('secret-key');
  });

  it('explains a failure, and writes nothing', async () => {
    const server = createServer((_, response) => response.writeHead(401).end());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const root = await folder();
    const { code, stderr } = await suggest(root, '--with', url, '--model', 'small', '--write');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `${url}/chat/completions refused the key (401). Set OHJE_SUGGEST_KEY to a valid key. Nothing was written.\n`,
    });
  });
});
