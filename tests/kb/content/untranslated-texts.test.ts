import { describe, expect, it } from 'vitest';
import { AnnouncementFile } from '#kb/content/announcement.ts';
import { SiteFile } from '#kb/content/site.ts';
import { untranslatedFindings, untranslatedTexts } from '#kb/content/untranslated-texts.ts';

const site = SiteFile.parse({
  name: 'Acme',
  locales: ['en', 'fi', 'sv'],
  defaultLocale: 'en',
  tagline: 'One text for all.',
  sections: { 'cards/abroad': { title: { en: 'Abroad', fi: 'Ulkomailla' } } },
  contact: { form: { action: '/send', fields: { plan: { label: { en: 'Plan' } } } } },
});
const news = (more: object) => ({
  ...AnnouncementFile.parse({
    from: '2026-11-12T08:00:00+02:00',
    title: { en: 'Slow' },
    text: 'Soon better.',
    ...more,
  }),
  id: 'slow',
});
const facts = { fee: '6 EUR', hours: { en: 'from 9 to 5', fi: '9–17', sv: '9–17' } };
const written = { site, facts, announcements: [news({})] };

describe('texts that are written per language', () => {
  it('are listed once each, with every language they lack', () => {
    const found = untranslatedFindings(written, (path, keys) => ({ path, line: keys.length }));
    expect(found.map(({ path, line, says }) => `${path}:${line} ${says}`)).toEqual([
      'site.yaml:3 "sections.cards/abroad.title" has one version per language, but none for "sv".',
      'site.yaml:5 "contact.form.fields.plan.label" has one version per language, but none for "fi", "sv".',
      'announcements/slow.yaml:1 "title" has one version per language, but none for "fi", "sv".',
    ]);
  });

  it('need no language whose readers do not see them', () => {
    const only = { ...written, announcements: [news({ locales: ['en'] })] };
    expect(untranslatedFindings(only, (path) => ({ path })).map(({ path }) => path)).not.toContain(
      'announcements/slow.yaml',
    );
  });

  it('are listed for a language that is not in site.yaml yet', () => {
    expect(untranslatedTexts(written, 'de')).toEqual([
      { path: 'site.yaml', key: 'sections.cards/abroad.title' },
      { path: 'site.yaml', key: 'contact.form.fields.plan.label' },
      { path: 'facts.yaml', key: 'hours' },
      { path: 'announcements/slow.yaml', key: 'title' },
    ]);
  });
});
