import { describe, expect, it } from 'vitest';
import { zendeskArticles } from '#intake/articles/desks/zendesk.ts';
import { importDump, writtenIn } from './import-dump.ts';

const article = {
  id: 360001234567,
  html_url: 'https://kettle.zendesk.com/hc/en-us/articles/360001234567-Descale-the-kettle',
  author_id: 11,
  draft: false,
  vote_sum: 12,
  vote_count: 20,
  section_id: 200,
  position: 3,
  edited_at: '2025-02-03T04:05:06Z',
  title: 'Descale the kettle',
  locale: 'en-us',
  source_locale: 'en-us',
  label_names: ['lime'],
  user_segment_id: null,
  body: '<p>Use <strong>vinegar</strong>.</p>',
};
const sections = [{ id: 200, category_id: 100, name: 'Care', locale: 'en-us', position: 1, parent_section_id: null }];
const categories = [{ id: 100, name: 'Kettle', locale: 'en-us' }];
const id = 'kettle/care/descale-the-kettle';

function importArticles(...articles: object[]) {
  return importDump(zendeskArticles, { 'dump.json': { articles, sections, categories } });
}

/** What an article that says this about itself becomes. */
function importWith(fields: object) {
  const imported = importArticles({ ...article, ...fields });
  return { text: writtenIn(imported, `en/${id}`), losses: imported.losses.map(({ what }) => what) };
}

describe('articles of Zendesk', () => {
  it('keep their section, labels, author, date, votes and every old address', () => {
    const imported = importDump(zendeskArticles, {
      'dump.json': { articles: [article], sections, categories, users: [{ id: 11, name: 'Aino' }] },
    });
    expect(writtenIn(imported, `en/${id}`)).toBe(
      [
        '---',
        'title: Descale the kettle',
        'aliases:',
        '  - lime',
        'owner: Aino',
        'reviewed: 2025-02-03',
        'redirectFrom:',
        '  - /hc/en-us/articles/360001234567-Descale-the-kettle',
        '  - /hc/en-us/articles/360001234567',
        '  - /hc/articles/360001234567',
        '---',
        '',
        'Use **vinegar**.',
        '',
      ].join('\n'),
    );
    expect(imported.votes).toEqual([{ locale: 'en', article: id, helpful: 16, unhelpful: 4 }]);
    expect(imported.losses).toEqual([]);
    expect(writtenIn(imported, 'site.yaml')).toContain('kettle/care:\n    title:\n      en: Care\n');
  });

  it.each([
    [{ draft: true }, 'confidence: work-in-progress'],
    [{ draft: 'true' }, 'confidence: work-in-progress'],
    [{ user_segment_id: 7 }, 'audience: internal'],
    [{ user_segment_ids: [7, 8] }, 'audience: internal'],
    [{ access_policy: { viewable_by: 'staff' } }, 'audience: internal'],
    [{ hidden: true }, 'confidence: work-in-progress'],
  ])('that not everyone may see stay so: %j', (fields, kept) => {
    const { text, losses } = importWith(fields);
    expect(text).toContain(`\n${kept}\n`);
    expect(losses).toEqual([expect.stringMatching(/^The source says ".*"\. The article is .* now\.$/)]);
  });

  it.each([[{ draft: 'perhaps' }], [{ visible_to: 'partners' }], [{ access_policy: { viewable_by: 'moon' } }]])(
    'that say about their readers what is not known are not published, and reported: %j',
    (fields) => {
      const { text, losses } = importWith(fields);
      expect(text).toContain('\nconfidence: work-in-progress\n');
      expect(losses.join()).toMatch(/The source says ".*", which can mean that the article isn't public/);
    },
  );

  it('in a restricted section are restricted', () => {
    const closed = [{ ...sections[0], access_policy: { viewable_by: 'signed_in_users' } }];
    const imported = importDump(zendeskArticles, {
      'dump.json': { articles: [article], sections: closed, categories },
    });
    expect(writtenIn(imported, `en/${id}`)).toContain('audience: internal');
  });

  it('link to each other by id, by address and on the host, and to the contact page', () => {
    const order = { ...article, id: 360001234568, title: 'Order', html_url: undefined };
    const body = [
      '<p><a href="/hc/en-us/articles/360001234567-Old-title#why">1</a>',
      '<a href="https://kettle.zendesk.com/hc/fi/articles/360001234567">2</a>',
      '<a href="/hc/en-us/requests/new?x=1">3</a> <a href="https://kettle.zendesk.com/hc/en-us/community">4</a>',
      '<a href="https://other.example/hc/en-us/articles/360009999999">5</a></p>',
    ].join(' ');
    const imported = importArticles({ ...article, body: '<h2 id="why">Why</h2>' }, { ...order, body });
    expect(writtenIn(imported, 'en/kettle/care/order')).toContain(
      `[1](/${id}#why) [2](/${id}) [3](/contact) [4](https://kettle.zendesk.com/hc/en-us/community) [5](https://other.example/hc/en-us/articles/360009999999)`,
    );
    expect(imported.losses.map(({ what }) => what)).toEqual([
      'The link to https://kettle.zendesk.com/hc/en-us/community still leads to the old site; no imported article matches it.',
    ]);
  });

  it('come in all languages, each with its own draft mark', () => {
    const translations = [
      { id: 1, source_id: article.id, source_type: 'Article', locale: 'fi', title: 'Poista kalkki', body: '<p>E</p>' },
      {
        id: 2,
        source_id: article.id,
        source_type: 'Article',
        locale: 'pt-br',
        title: 'Remova',
        body: 'x',
        draft: true,
      },
      { id: 3, source_id: 200, source_type: 'Section', locale: 'fi', title: 'Hoito' },
    ];
    const imported = importDump(zendeskArticles, {
      'articles.json': { articles: [{ ...article, user_segment_id: 5 }] },
      'sections.json': { sections, categories },
      'translations.json': { translations },
    });
    expect(writtenIn(imported, `fi/${id}`)).toContain('title: Poista kalkki\n');
    expect(writtenIn(imported, `fi/${id}`)).toContain('audience: internal\n');
    expect(writtenIn(imported, `fi/${id}`)).not.toContain('confidence');
    expect(writtenIn(imported, `pt-BR/${id}`)).toContain('confidence: work-in-progress\n');
    expect(writtenIn(imported, 'site.yaml')).toContain('      en: Care\n      fi: Hoito\n');
  });

  it('come in languages that leave out who can see them, as restricted as the article', () => {
    const fi = { source_id: article.id, source_type: 'Article', locale: 'fi', title: 'Kalkki', body: '<p>x</p>' };
    const translations = [{ ...fi, user_segment_id: null }];
    const imported = importDump(zendeskArticles, {
      'dump.json': { articles: [{ ...article, draft: true, user_segment_id: 5 }], sections, categories, translations },
    });
    const text = writtenIn(imported, `fi/${id}`);
    expect(text).toContain('confidence: work-in-progress\n');
    expect(text).toContain('audience: internal\n');
  });

  it('bring the files below them and the pictures in them', () => {
    const attachments = [
      {
        id: 5,
        article_id: article.id,
        file_name: 'manual.pdf',
        content_url: 'https://kettle.zendesk.com/m/5',
        inline: false,
      },
      {
        id: 6,
        article_id: article.id,
        file_name: 'k.png',
        content_url: 'https://kettle.zendesk.com/m/6',
        inline: true,
      },
    ];
    const body = '<p><img src="https://kettle.zendesk.com/m/6" alt="A kettle"></p>';
    const downloaded = {
      records: {},
      files: {
        'https://kettle.zendesk.com/m/5': 'files/5/manual.pdf',
        'https://kettle.zendesk.com/m/6': 'files/6/k.png',
      },
      losses: [],
    };
    const imported = importDump(
      zendeskArticles,
      {
        'dump.json': { articles: [{ ...article, body }], sections, categories, attachments },
        'downloaded.json': downloaded,
      },
      ['files/5/manual.pdf', 'files/6/k.png'],
    );
    expect(writtenIn(imported, `en/${id}`)).toContain('![A kettle](./k.png)\n\n- [manual.pdf](./manual.pdf)\n');
    expect(imported.losses).toEqual([]);
  });

  it('can come as CSV', () => {
    const csv =
      'Id,Title,Body,Locale,Draft,Label_names\n7,Fill,"<p>Water, 1 l</p>",en-us,false,"a,b"\n8,Boil,<p>x</p>,en-us,TRUE,\n';
    const imported = importDump(zendeskArticles, { 'articles.csv': csv });
    expect(writtenIn(imported, 'en/general/fill')).toContain('aliases:\n  - a\n  - b\n');
    expect(writtenIn(imported, 'en/general/boil')).toContain('confidence: work-in-progress\n');
  });

  it('name what the help center has no place for, once and with how often', () => {
    const imported = importArticles(
      { ...article, content_tag_ids: ['x'] },
      { ...article, id: 2, title: 'B', html_url: undefined, content_tag_ids: ['y'] },
    );
    expect(imported.losses).toEqual([
      { path: '', what: 'The field "content_tag_ids" of 2 articles wasn\'t imported.' },
    ]);
  });
});

it('links to sections and to the front page lead to ours', () => {
  const html_url = 'https://kettle.zendesk.com/hc/en-us/sections/200-Care';
  const body =
    '<p><a href="/hc/fi/sections/200-Old-name">1</a> <a href="/hc/en-us">2</a> <a href="/hc/en-us/sections/9-x">3</a></p>';
  const imported = importDump(zendeskArticles, {
    'dump.json': { articles: [{ ...article, body }], sections: [{ ...sections[0], html_url }], categories },
  });
  expect(writtenIn(imported, `en/${id}`)).toContain(
    '[1](/kettle/care) [2](/) [3](https://kettle.zendesk.com/hc/en-us/sections/9-x)',
  );
  expect(writtenIn(imported, 'site.yaml')).toContain('  /hc/en-us/sections/200-Care: /kettle/care\n');
});
