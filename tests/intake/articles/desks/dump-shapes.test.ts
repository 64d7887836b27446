import { describe, expect, it } from 'vitest';
import { chatwootArticles } from '#intake/articles/desks/chatwoot.ts';
import { freshdeskArticles } from '#intake/articles/desks/freshdesk.ts';
import { helpScoutArticles } from '#intake/articles/desks/help-scout.ts';
import { intercomArticles } from '#intake/articles/desks/intercom.ts';
import { zendeskArticles } from '#intake/articles/desks/zendesk.ts';
import type { ImportedSite } from '#intake/articles/imported-site.ts';
import { importDump, writtenIn } from './import-dump.ts';

const pathsOf = ({ files }: ImportedSite) =>
  files.map(({ path }) => path.replace(/^articles\/|\.mdx$/g, '')).filter((path) => !path.endsWith('.yaml'));

describe('a dump', () => {
  const article = { id: 11, title: 'Fill', description: '<p>Water.</p>', status: 2 };

  it('can have records inside records, which stay as hidden as those around them', () => {
    const folders = [
      { id: 2, name: 'Care', visibility: 1, articles: [article] },
      { id: 3, name: 'Team', visibility: 3, articles: [{ ...article, id: 12 }] },
    ];
    const imported = importDump(freshdeskArticles, {
      'all.json': { categories: [{ id: 1, name: 'Kettle', folders }] },
    });
    expect(pathsOf(imported)).toEqual(['en/kettle/care/fill', 'en/kettle/team/fill']);
    expect(writtenIn(imported, 'en/kettle/team/fill')).toContain('audience: internal\n');
  });

  it('has articles that say themselves who can see them', () => {
    const fresh = importDump(freshdeskArticles, { 'articles.json': [{ ...article, visibility: 'agents' }] });
    expect(writtenIn(fresh, 'en/general/fill')).toContain('audience: internal\n');
    const inter = { id: '1', type: 'article', title: 'Fill', body: '<p>x</p>', state: 'published' };
    const audience = (value: unknown) =>
      writtenIn(importDump(intercomArticles, { 'articles.json': [{ ...inter, audience: value }] }), 'en/general/fill');
    expect(audience({ type: 'everyone' })).not.toMatch(/audience|confidence/);
    expect(audience({ type: 'leads' })).toContain('audience: internal\n');
    expect(audience({ segments: [7] })).toContain('confidence: work-in-progress\n');
  });

  it('with categories that can’t be read keeps articles as private as their collection', () => {
    const scout = {
      id: 'a',
      status: 'published',
      name: 'Fill',
      text: '<p>x</p>',
      categories: ['k9'],
      collectionId: 'c',
    };
    const imported = importDump(helpScoutArticles, {
      'collections.json': [{ id: 'c', name: 'Team', visibility: 'private' }],
      'articles.json': [scout],
    });
    expect(writtenIn(imported, 'en/team/fill')).toContain('audience: internal\n');
  });

  it('with articles in a folder that it lacks keeps them private, as the folder decides who sees them', () => {
    const folders = [{ id: 2, name: 'Care', visibility: 1, category_id: 1, description: '<p>All about\n care</p>' }];
    const articles = [2, 9].map((folder) => ({
      id: folder,
      title: `Lid ${folder}`,
      description: '<p>Hot</p>',
      status: 2,
      folder_id: folder,
    }));
    const imported = importDump(freshdeskArticles, {
      'dump.json': { categories: [{ id: 1, name: 'Kettle' }], folders, articles },
    });
    const open = imported.files.filter(({ path, text }) => path.endsWith('.mdx') && !text.includes('work-in-progress'));
    expect(open.map(({ path }) => path)).toEqual(['articles/en/kettle/care/lid-2.mdx']);
    expect(imported.files.find(({ path }) => path === 'site.yaml')?.text).toContain(
      'summary:\n      en: All about care',
    );
  });

  it('can have categories without slugs', () => {
    const chat = (id: number, category: number) => ({
      ...{ id, title: `Article ${id}`, content: 'x', status: 'published', category_id: category },
    });
    const imported = importDump(chatwootArticles, {
      'categories.json': [
        { id: 1, name: 'Care', locale: 'en' },
        { id: 2, name: 'Boil', locale: 'en' },
      ],
      'articles.json': [chat(7, 1), chat(8, 2)],
    });
    expect(pathsOf(imported)).toEqual(['en/boil/article-8', 'en/care/article-7']);
  });

  it('can be a list of articles that say themselves where they are', () => {
    const level = (type: string, id: number, name: string) => ({ type, data: { id, name, language: 'en' } });
    const hierarchy = [level('category', 1, 'Kettle'), level('folder', 2, 'Care'), level('folder', 3, 'Daily')];
    const imported = importDump(freshdeskArticles, { 'export.json': [{ ...article, folder_id: 3, hierarchy }] });
    expect(pathsOf(imported)).toEqual(['en/kettle/care/daily/fill']);
    const chat = {
      id: 1,
      title: 'Fill',
      slug: 'fill',
      content: 'Water.',
      status: 'published',
      category: { id: 5, name: 'Care', locale: 'en' },
    };
    expect(pathsOf(importDump(chatwootArticles, { 'articles.json': { payload: [chat] } }))).toEqual(['en/care/fill']);
  });

  it('can be one file for each article, or one line', () => {
    const scout = (id: string) => ({ article: { id, status: 'published', name: `Article ${id}`, text: '<p>x</p>' } });
    const files = { 'articles/a.json': scout('a'), 'articles/b.json': scout('b') };
    expect(pathsOf(importDump(helpScoutArticles, files))).toEqual(['en/general/article-a', 'en/general/article-b']);
    const inter = (id: string) =>
      JSON.stringify({ id, type: 'article', title: `Article ${id}`, body: '<p>x</p>', state: 'published' });
    const lines = importDump(intercomArticles, { 'articles.ndjson': `${inter('1')}\n${inter('2')}\n` });
    expect(pathsOf(lines)).toEqual(['en/general/article-1', 'en/general/article-2']);
  });

  it('can be CSV with names of sections, in a folder or file named after the language', () => {
    const imported = importDump(zendeskArticles, {
      'en-us/articles.csv':
        'article_id;title;body;category;section\n1;Fill;<p>x</p>;Kettle;Care\n2;Boil;<p>x</p>;Kettle;Care\n',
      'articles-fi.csv': 'article_id,title,body\n1,Täytä,<p>x</p>\n',
    });
    expect(pathsOf(imported)).toEqual(['en/kettle/care/boil', 'en/kettle/care/fill', 'fi/kettle/care/fill']);
  });

  it('without ids keeps every article', () => {
    const imported = importDump(zendeskArticles, { 'articles.csv': 'title,body\nFill,<p>x</p>\nBoil,<p>y</p>\n' });
    expect(pathsOf(imported)).toEqual(['en/general/boil', 'en/general/fill']);
    expect(writtenIn(imported, 'en/general/fill')).not.toContain('redirectFrom');
  });

  it('names what it can’t read, and lists that aren’t known', () => {
    const imported = importDump(zendeskArticles, {
      'articles.json': { articles: [{ id: 1, title: 'Fill', body: '<p>x</p>' }], campaigns: [{ id: 5, code: 'x' }] },
      'broken.json': '{"articles": [',
      'ids.csv': 'id,title,body\n3.6E+11,Boil,<p>x</p>\n',
    });
    expect(imported.losses.map(({ path, what }) => `${path}: ${what}`)).toEqual([
      'articles.json: 1 entries of the list "campaigns" aren\'t known and weren\'t imported.',
      expect.stringMatching(/^broken.json: The file isn't valid JSON and wasn't imported/),
      expect.stringMatching(/^ids.csv: A spreadsheet rounded 1 ids/),
    ]);
  });
});
