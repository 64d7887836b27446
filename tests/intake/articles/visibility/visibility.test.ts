import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readVisibility } from '#intake/articles/visibility/visibility.ts';
import { articleIn, importTexts, lossesOf } from '../import-texts.ts';

const TODAY = '2026-11-30';
const read = (yaml: string) => readVisibility(parse(yaml) as Record<string, unknown>, TODAY).visibility;

const DRAFT = { confidence: 'work-in-progress' };
const INTERNAL = { audience: 'internal' };

describe('who may see an article', () => {
  it.each([
    ...['hidden: true', 'unlisted: true', 'published: no', 'status: draft', 'draft: yes', 'isDraft: 1', 'wip: true'],
    ...['publish: false', 'public: no', 'visible: off', 'listed: false', 'do_not_publish: true', 'noindex: true'],
    ...['seo: { noindex: true }', 'robots: noindex, nofollow', 'search: { exclude: true }', 'nav_exclude: true'],
    ...['build: { render: never }', '_build: { list: false }', 'sidebar: { hidden: true }', 'headless: true'],
    ...['status: in review', 'state: pending', 'workflow: { state: to be approved }', 'published: maybe'],
    ...['visibility: tier-2', 'access: gold', 'privacy: { view: anyone_with_link }', 'password: open sesame'],
    ...['scheduled: true', 'published_at: null', 'status: scheduled', 'show_to_customers: false', 'type: draft'],
    ...['publishDate: soon', 'date: next spring, 2027', 'tags: [wip]', 'label: do not publish', 'Status: Entwurf'],
    ...[
      'review_status: rejected',
      'customer_facing: false',
      'status: { name: Draft }',
      'notInNav: true',
      'vip_only: true',
      'dg-publish: false',
    ],
    ...[
      'meta: [{ name: robots, content: noindex }]',
      'robots: none',
      'linkOnly: true',
      'in_review: true',
      'approval: pending',
    ],
  ])('%s is a work in progress', (yaml) => {
    expect(read(yaml)).toEqual(DRAFT);
  });

  it.each([
    ...['private: true', 'internal: yes', 'visibility: internal', 'audience: agents', 'user_segment_id: 12'],
    ...['staff_only: true', 'tags: [cards, internal]', 'visible_to: staff', 'roles: [admin]', 'login: required'],
    ...['membersOnly: true', 'requires_login: true', 'groups: [partners]', 'classification: confidential'],
  ])('%s is for the support team', (yaml) => {
    expect(read(yaml)).toMatchObject(INTERNAL);
  });

  it.each([
    ...['status: published', 'draft: false', 'hidden: no', 'visibility: public', 'audience: [customers]'],
    ...['hide: [navigation, toc]', 'hide_title: true', 'hide_table_of_contents: true', 'sidebar: false', 'toc: false'],
    ...['user_segment_id: null', 'permission_group_id: 3', 'group: Basics', 'team: payments', 'status: new'],
    ...['date: 2020-01-31', 'published: 2020-01-31', 'published_at: 2020-01-31T10:00:00Z', 'internal_id: 4'],
    ...['title: Draft', 'description: Private', 'tags: [private banking]', 'search: { boost: 2 }', 'nav_order: 3'],
    ...['show_toc: false', 'mobile_only: true', 'allowed_groups: [customers]', 'comment_status: closed', 'plan: gold'],
    ...['layout: { outline: { visible: false } }', 'expires: null', 'confidence: validated'],
  ])('%s is for everyone', (yaml) => {
    expect(read(yaml)).toEqual({});
  });

  it.each([
    ['publishDate: 2027-01-02', { publishOn: '2027-01-02' }],
    ['publish_on: 2 January 2027', { publishOn: '2027-01-02' }],
    ['date: 2027-01-02 09:00:00 +0200', { publishOn: '2027-01-03' }],
    ['published_at: 2027-01-02T22:00:00-08:00', { publishOn: '2027-01-04' }],
    ['go_live: 02/03/2027', { publishOn: '2027-03-02' }],
    ['{ status: scheduled, scheduled_for: 2027-01-02 }', { publishOn: '2027-01-02' }],
    ['{ tags: [scheduled, draft], publishDate: 2027-01-02 }', { ...DRAFT, publishOn: '2027-01-02' }],
    ['{ status: draft, publishOn: 2027-01-02 }', { ...DRAFT, publishOn: '2027-01-02' }],
    ['expiryDate: 2027-01-02T12:00:00Z', { archiveOn: '2027-01-02' }],
    ['expires: 2020-01-02', { confidence: 'archived', archiveOn: '2020-01-02' }],
    ['archived: true', { confidence: 'archived' }],
    ['{ status: archived, draft: true }', { confidence: 'archived' }],
  ])('%s has its day', (yaml, visibility) => {
    expect(read(yaml)).toEqual(visibility);
  });

  it('is kept from other places than front matter', () => {
    const imported = importTexts({
      '_drafts/idea.md': '# Idea',
      'internal/refunds.md': '# Refunds',
      'cards/lid.draft.md': '# Lid',
      '_posts/2027-01-02-lid.md': '# New lid',
      'cards/title.md': '# [INTERNAL] Lids',
      'cards/notion.md': '# Lids\n\nStatus: Draft\nOwner: Mika\n\nText.',
      'cards/open.md': '---\ntitle: Open\nhidden: true\n\nText.',
      'cards/bare.md': 'Title: Bare\nDraft: true\n\nText.',
      'cards/toml.md': '+++\ntitle = "Toml"\ndraft = true\n[params]\nx = 1\n+++\nText.',
      'cards/json.md': '{\n  "title": "Json",\n  "draft": true\n}\nText.',
      'cards/next.mdx': "import X from 'x';\n\nexport const metadata = { title: 'Next', hidden: true };\n\nText.",
      'cards/next-long.mdx': "export const meta = {\n  title: 'Long',\n  draft: true,\n};\n\nText.",
      'cards/code.md': '---js\nmodule.exports = { draft: true }\n---\nText.',
      'cards/head.mdx': '<head>\n  <meta name="robots" content="noindex, nofollow" />\n</head>\n\nText.',
      'cards/adaptive.md': '---\nif: visitor.claims.plan == "pro"\n---\nText.',
      'cards/comment.md': '<!-- a license -->\n\n---\ntitle: After\nhidden: true\n---\nText.',
    });
    const open = imported.files.filter(({ path, text }) => {
      return (
        path.endsWith('.mdx') && !/^(?:confidence: work-in-progress|audience: internal|publishOn: .*)$/m.test(text)
      );
    });
    expect(open.map(({ path }) => path)).toEqual([]);
    expect(imported.losses.filter(({ kind }) => kind === 'private' || kind === 'visibility')).toHaveLength(16);
  });

  it('is said in the report, what is not understood apart', () => {
    const imported = importTexts({
      'a/one.md': '---\ntitle: One\nhidden: true\n---\nText.',
      'a/two.md': '---\ntitle: Two\nvisibility: tier-2\nstatus: draft\n---\nText.',
      'a/three.md': '---\ntitle: Three\npublishDate: 2027-01-02\n---\nText.',
    });
    expect(lossesOf(imported)).toEqual([
      'a/two.md:3 The source says "visibility: tier-2", which can mean that the article isn\'t public. It\'s a work in progress now. Decide who can see it.',
      'a/one.md:3 The source says "hidden: true". The article is a work in progress now.',
      'a/three.md:3 The source says "publishDate: 2027-01-02". The article is scheduled for 2027-01-02 now.',
    ]);
    expect(imported.losses.map(({ kind }) => kind)).toEqual(['visibility', 'private', 'private']);
  });

  it('is not given away by links of public articles', () => {
    const imported = importTexts({
      'a/one.md': '# One\n\nSee [the discount](two.md) and <two.md>.\n',
      'a/two.md': '---\ntitle: Staff discount\nhidden: true\n---\nSee [one](one.md).',
    });
    expect(articleIn(imported, 'a/one')).toContain('See the discount and');
    expect(articleIn(imported, 'a/one')).not.toContain('Staff');
    expect(articleIn(imported, 'a/two')).toContain('[one](/a/one)');
  });
});
