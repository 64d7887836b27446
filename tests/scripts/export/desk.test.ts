import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../../folder.ts';
import { type LocalServer, serveLocally } from '../../io/articles/local-server.ts';
import { ZendeskStore } from '../../io/articles/zendesk-store.ts';
import { commandEnv, run } from '../../run.ts';
import { sharedSite } from '../../site/small-site.ts';

let dist: string;
beforeAll(async () => {
  dist = await sharedSite();
});

describe('export intercom', () => {
  it('leaves out languages that Intercom lacks, and says so', async () => {
    const root = await makeFolder({});
    expect(await run('export', ['intercom', 'desk', '--dist', dist], root)).toEqual({
      code: 0,
      stdout:
        'Wrote 2 sections and 4 articles to desk.\nIntercom has no language for fa, so its articles are left out.\n',
      stderr: '',
    });
    expect(await readFile(join(root, 'desk/articles.json'), 'utf8')).not.toContain('"fa"');
  });
});

describe('export zendesk', () => {
  it('writes the requests that create sections, articles and translations', async () => {
    const root = await makeFolder({});
    expect(await run('export', ['zendesk', 'desk', '--dist', dist], root)).toEqual({
      code: 0,
      stdout: 'Wrote 2 sections, 4 articles, and 2 translations to desk.\n',
      stderr: '',
    });
    const read = async (kind: string) => JSON.parse(await readFile(join(root, `desk/${kind}.json`), 'utf8'));
    expect((await read('sections'))[1]).toEqual({
      key: 'section:cards',
      request: 'POST /api/v2/help_center/en/categories/{category}/sections.json',
      body: { section: { name: 'Cards', locale: 'en' } },
    });
    const [, , freeze] = await read('articles');
    expect(freeze).toMatchObject({
      key: 'article:cards/freeze',
      body: { article: { title: 'How do I freeze my card?', locale: 'en', draft: false, user_segment_id: null } },
    });
    expect(freeze.body.article.body).toContain('<a href="https://help.pilvi.example/en/cards/order/#what-it-costs">');
    expect(JSON.stringify(await read('articles'))).not.toContain('for-the-team');
  });

  it('brings them there, and says first what it would do', async () => {
    const store = new ZendeskStore(['en-us', 'fa']);
    const server: LocalServer = await serveLocally(store.answer);
    const root = await makeFolder({});
    const push = (...words: string[]) =>
      run(
        'export',
        ['zendesk', 'desk', '--dist', dist, '--push', server.origin, ...words],
        root,
        commandEnv({ ZENDESK_TOKEN: 'secret-token' }),
      );
    const { host } = new URL(server.origin);
    const dry = await push('--dry-run');
    expect(dry).toMatchObject({ code: 0, stderr: '' });
    expect(dry.stdout).toContain('  create  article:cards/freeze@fa\n');
    expect(dry.stdout).toContain(`At ${host}: 9 created, 0 changed, 0 archived, 0 unchanged. Nothing was sent.`);
    expect((await push()).stdout).toBe(
      `At ${host}: 9 created, 0 changed, 0 archived, 0 unchanged. Commit desk/pushed.json, so the next push changes the same articles.\n`,
    );
    expect((await push()).stdout).toContain('0 created, 0 changed, 0 archived, 9 unchanged');
    expect(store.titles('en-us')).toHaveLength(4);
    await server.close();
  });

  it('says what is missing', async () => {
    const root = await makeFolder({});
    const push = ['zendesk', 'desk', '--dist', dist, '--push', 'https://example.zendesk.com'];
    expect(await run('export', push, root, commandEnv({ ZENDESK_TOKEN: '' }))).toMatchObject({
      code: 1,
      stderr: 'Zendesk asks for a token. Set ZENDESK_EMAIL and ZENDESK_TOKEN.\n',
    });
    expect(await run('export', ['zendesk', 'desk', '--dry-run'], root)).toMatchObject({ code: 2 });
    expect(await run('export', ['zendesk', 'desk', '--push', 'example'], root)).toMatchObject({ code: 2 });
  });
});
