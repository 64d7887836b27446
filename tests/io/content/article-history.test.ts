import { execFile } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readArticleDays, readArticleHistory } from '#io/content/article-history.ts';
import { readShownFiles } from '#io/content/shown-files.ts';
import { articleText, makeFolder } from '../../folder.ts';

const lost = 'articles/en/cards/lost.mdx';
const file = `content/${lost}`;

async function git(root: string, words: readonly string[], date = '2026-01-01T12:00:00+02:00'): Promise<string> {
  const own = ['-c', 'user.name=A Writer', '-c', 'user.email=writer@pilvi.example', '-c', 'protocol.file.allow=always'];
  const env = { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: '2020-02-02T12:00:00Z' };
  return (await promisify(execFile)('git', ['-C', root, ...own, ...words], { env })).stdout;
}

/** Writes files and commits all there is. */
async function commit(root: string, date: string, files: Record<string, string> = {}): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  await git(root, ['add', '--all']);
  await git(root, ['commit', '-q', '-m', 'Change'], date);
}

/** A repository whose first commit holds one article. */
async function makeRepository(): Promise<string> {
  const root = await makeFolder({ 'README.md': 'Hello' });
  await git(root, ['init', '-q', '-b', 'main']);
  await commit(root, '2026-01-01T12:00:00+02:00', { [file]: articleText('One.') });
  return root;
}

const read = (root: string, paths: readonly string[] = [lost]) => readArticleHistory(join(root, 'content'), paths);
const days = ({ changes }: Awaited<ReturnType<typeof read>>) => changes.map(({ day, kind }) => `${day} ${kind}`);

describe('the history of articles', () => {
  it('has each change of the content, on the day written in its commit', async () => {
    const root = await makeRepository();
    await commit(root, '2026-02-01T23:30:00+09:00', { [file]: articleText('Two.') });
    await commit(root, '2026-03-01T00:30:00-08:00', { 'content/articles/en/ääkkönen è.mdx': articleText('New.') });
    await commit(root, '2026-04-01T12:00:00Z', { [file]: articleText('Two.', 'aliases: [stolen]\n') });
    const history = await read(root, [lost, 'articles/en/ääkkönen è.mdx']);
    const id = (await git(root, ['rev-parse', 'HEAD'])).slice(0, 8);
    expect(days(history)).toEqual(['2026-04-01 edited', '2026-02-01 edited', '2026-03-01 new']);
    expect(history.changes[0]).toEqual({ path: lost, day: '2026-04-01', commit: id, kind: 'edited' });
    expect(Object.fromEntries(history.changedOn)).toEqual({
      [lost]: '2026-04-01',
      'articles/en/ääkkönen è.mdx': '2026-03-01',
    });
    expect(Object.fromEntries(history.since)).toEqual({
      [lost]: { day: '2026-01-01', made: false },
      'articles/en/ääkkönen è.mdx': { day: '2026-03-01', made: true },
    });
    expect(history).not.toHaveProperty('none');
    expect(history).not.toHaveProperty('cutOn');
  });

  it.each([
    ['white space and line ends', articleText('One. \n\n').replaceAll('\n', '\r\n')],
    ['front matter for the company', articleText('One.', 'owner: team\ntopics: [card-lost]\nreviewed: 2026-01-30\n')],
    ['the form of a title', articleText('One.').replace('Order a card', '"Order a  card"')],
  ])('counts no change of %s', async (_, text) => {
    const root = await makeRepository();
    await commit(root, '2026-02-01T12:00:00Z', { [file]: text });
    const history = await read(root);
    expect(history.changes).toEqual([]);
    expect(history.changedOn.get(lost)).toBe('2026-01-01');
  });

  it.each([
    ['a title', articleText('One.').replace('Order', 'Get')],
    ['a summary', articleText('One.', 'summary: Quickly.\n')],
    ['front matter that cannot be read', articleText('Two.', 'a: b: c\n')],
  ])('counts a change of %s', async (_, text) => {
    const root = await makeRepository();
    await commit(root, '2026-02-01T12:00:00Z', { [file]: text });
    expect(days(await read(root))).toEqual(['2026-02-01 edited']);
  });

  it('follows an article that is moved, and a whole content folder', async () => {
    const root = await makeRepository();
    const long = 'A line that stays as it is.\n'.repeat(20);
    await commit(root, '2026-02-01T12:00:00Z', { [file]: articleText(long) });
    await git(root, ['mv', file, 'content/articles/en/cards/gone.mdx']);
    await commit(root, '2026-03-01T12:00:00Z', { 'content/articles/en/cards/gone.mdx': articleText(`${long}More.`) });
    await rename(join(root, 'content'), join(root, 'help'));
    await commit(root, '2026-04-01T12:00:00Z');
    const history = await readArticleHistory(join(root, 'help'), ['articles/en/cards/gone.mdx']);
    expect(days(history)).toEqual(['2026-03-01 edited', '2026-02-01 edited']);
    expect([...history.since.values()]).toEqual([{ day: '2026-01-01', made: false }]);
  });

  it('treats an article that is restored unchanged as the same', async () => {
    const root = await makeRepository();
    await rm(join(root, file));
    await commit(root, '2026-02-01T12:00:00Z');
    await commit(root, '2026-03-01T12:00:00Z', { [file]: articleText('One.') });
    expect(days(await read(root))).toEqual([]);
  });

  it('counts the changes of a merge once, on the day of the merge', async () => {
    const root = await makeRepository();
    await git(root, ['checkout', '-q', '-b', 'edit']);
    await commit(root, '2026-02-01T12:00:00Z', { [file]: articleText('Two.') });
    await git(root, ['checkout', '-q', 'main']);
    await commit(root, '2026-02-02T12:00:00Z', { 'README.md': 'Hello again' });
    await git(root, ['merge', '-q', '--no-ff', '-m', 'Merge', 'edit'], '2026-02-05T12:00:00Z');
    expect(days(await read(root))).toEqual(['2026-02-05 edited']);
    await git(root, ['checkout', '-q', '--detach']);
    expect(days(await read(root))).toEqual(['2026-02-05 edited']);
  });
});

describe('if the history is missing', () => {
  it('says where a shallow clone is cut, and counts no change there', async () => {
    const origin = await makeRepository();
    await commit(origin, '2026-02-01T12:00:00Z', { [file]: articleText('Two.'), 'content/articles/en/b.mdx': 'B' });
    await commit(origin, '2026-03-01T12:00:00Z', { [file]: articleText('Three.') });
    const root = await makeFolder({});
    await git(root, ['clone', '-q', '--depth', '2', `file://${origin}`, '.']);
    const history = await read(root, [lost, 'articles/en/b.mdx']);
    expect(days(history)).toEqual(['2026-03-01 edited']);
    expect(history.cutOn).toBe('2026-02-01');
    expect([...history.changedOn]).toEqual([[lost, '2026-03-01']]);
    expect(history.since.get('articles/en/b.mdx')).toEqual({ day: '2026-02-01', made: false });
  });

  it('shows readers no day that can be wrong', async () => {
    const origin = await makeRepository();
    const days = (root: string) => readArticleDays(join(root, 'content'), [lost, 'articles/en/b.mdx']);
    const updated = async (root: string) => (await days(root)).updated;
    expect([...(await updated(origin))]).toEqual([]);
    await commit(origin, '2026-02-01T12:00:00Z', { [file]: articleText('Two.'), 'content/articles/en/b.mdx': 'B' });
    await commit(origin, '2026-03-01T12:00:00Z', { [file]: articleText('Three.') });
    expect(Object.fromEntries(await updated(origin))).toEqual({
      [lost]: '2026-03-01',
      'articles/en/b.mdx': '2026-02-01',
    });
    expect([...(await days(origin)).added]).toEqual([['articles/en/b.mdx', '2026-02-01']]);
    const root = await makeFolder({});
    await git(root, ['clone', '-q', '--depth', '2', `file://${origin}`, '.']);
    expect([...(await updated(root))]).toEqual([[lost, '2026-03-01']]);
  });

  it('reads the repository of a submodule', async () => {
    const origin = await makeRepository();
    await commit(origin, '2026-02-01T12:00:00Z', { [file]: articleText('Two.') });
    const root = await makeFolder({});
    await git(root, ['init', '-q']);
    await git(root, ['submodule', '--quiet', 'add', origin, 'help']);
    expect(days(await read(join(root, 'help')))).toEqual(['2026-02-01 edited']);
  });

  it('says that there is no repository, no commit, or none with an article', async () => {
    const root = await makeFolder({ [file]: articleText() });
    expect(await read(root)).toEqual({ changes: [], changedOn: new Map(), since: new Map(), none: 'no repository' });
    await git(root, ['init', '-q']);
    expect(await read(root)).toMatchObject({ none: 'not in the repository' });
    await writeFile(join(root, '.gitignore'), 'content\n');
    await commit(root, '2026-01-01T12:00:00Z');
    expect(await read(root)).toMatchObject({ none: 'not in the repository' });
  });

  it('says that git is missing, or what git reports', async () => {
    const root = await makeRepository();
    const { PATH } = process.env;
    try {
      process.env.PATH = join(root, 'content');
      expect(await read(root)).toMatchObject({ changes: [], none: 'no git' });
    } finally {
      process.env.PATH = PATH;
    }
    await writeFile(join(root, '.git/config'), '[core\n');
    expect(await read(root)).toMatchObject({ changes: [], none: { git: expect.stringContaining('config') } });
  });

  it('does not confuse the repository of a hook with that of the content', async () => {
    const root = await makeRepository();
    const other = await makeRepository();
    await commit(root, '2026-02-01T12:00:00Z', { [file]: articleText('Two.') });
    try {
      process.env.GIT_DIR = join(other, '.git');
      expect(days(await read(root))).toEqual(['2026-02-01 edited']);
    } finally {
      delete process.env.GIT_DIR;
    }
  });
});

describe('what an article shows of other files', () => {
  const fees = 'articles/en/cards/fees.mdx';
  const shows = async (root: string) => {
    const content = join(root, 'content');
    const shown = await readShownFiles(content, [lost, fees], 'en');
    const { changes, changedOn } = await readArticleHistory(content, [lost, fees], shown);
    return { changes: changes.map(({ path, day, through }) => [path, day, through]), changedOn };
  };

  it('changes the article when a snippet or a fact changes', async () => {
    const root = await makeRepository();
    await commit(root, '2026-02-01T12:00:00Z', {
      [file]: articleText('One. <Snippet name="contact" />'),
      [`content/${fees}`]: articleText('It costs {facts.fee}.'),
      'content/snippets/en/contact.mdx': 'Write to us within {facts.days} days.',
      'content/facts.yaml': 'fee: 5 EUR\ndays: 3\n',
    });
    await commit(root, '2026-03-01T12:00:00Z', { 'content/snippets/en/contact.mdx': 'Call us in {facts.days} days.' });
    await commit(root, '2026-04-01T12:00:00Z', { 'content/facts.yaml': '# Fees\nfee: 5 EUR\ndays: 4\n' });
    await commit(root, '2026-05-01T12:00:00Z', { 'content/facts.yaml': '# Fees of 2026\nfee: 6 EUR\ndays: 4\n' });
    const { changes, changedOn } = await shows(root);
    expect(changes).toEqual([
      [fees, '2026-02-01', undefined],
      [lost, '2026-02-01', undefined],
      [lost, '2026-03-01', 'snippets/en/contact.mdx'],
      [fees, '2026-05-01', 'facts.fee'],
      [lost, '2026-04-01', 'facts.days'],
    ]);
    expect(Object.fromEntries(changedOn)).toEqual({ [lost]: '2026-04-01', [fees]: '2026-05-01' });
  });

  it('is one change with an edit of the article in the same commit', async () => {
    const root = await makeRepository();
    await commit(root, '2026-02-01T12:00:00Z', {
      [file]: articleText('Two for {facts.fee}.'),
      'content/facts.yaml': 'fee: 5 EUR\n',
    });
    await commit(root, '2026-03-01T12:00:00Z', {
      [file]: articleText('Three for {facts.fee}.'),
      'content/facts.yaml': 'fee: 6 EUR\n',
    });
    const { changes } = await shows(root);
    expect(changes.filter(([, day]) => day === '2026-03-01')).toEqual([[lost, '2026-03-01', undefined]]);
  });

  it('is the translation of a snippet, or the default language without one', async () => {
    const dir = await makeFolder({
      'articles/fi/a.mdx': '<Snippet name="contact" /> <Snippet name="hours" />',
      'snippets/en/contact.mdx': 'Write.',
      'snippets/en/hours.mdx': 'Nine to {facts.close}.',
      'snippets/fi/contact.mdx': 'Kirjoita.',
    });
    const shown = (await readShownFiles(dir, ['articles/fi/a.mdx'], 'en')).get('articles/fi/a.mdx');
    expect([...(shown?.snippets ?? [])]).toEqual(['snippets/fi/contact.mdx', 'snippets/en/hours.mdx']);
    expect([...(shown?.facts ?? [])]).toEqual(['close']);
  });
});
