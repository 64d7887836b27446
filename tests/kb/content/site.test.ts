import { describe, expect, it } from 'vitest';
import { SiteFile } from '#kb/content/site.ts';

const least = { name: 'Pilvi', locales: ['en'], defaultLocale: 'en' };
const faultsOf = (differs: Record<string, unknown>) =>
  SiteFile.safeParse({ ...least, ...differs }).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('site.yaml', () => {
  it('needs a name and languages; everything else has a default', () => {
    expect(SiteFile.parse(least)).toMatchObject({ ...least, theme: 'plain', contact: {}, sections: {}, severity: {} });
  });

  it.each([
    ['no name', { name: '' }, ['name']],
    ['no language', { locales: [] }, ['locales', 'defaultLocale']],
    ['a tag with an underscore', { locales: ['en', 'pt_BR'] }, ['locales.1']],
    ['a default language it does not speak', { defaultLocale: 'fi' }, ['defaultLocale']],
    ['a language twice', { locales: ['en', 'en'] }, ['locales']],
    ['an address without a scheme', { url: 'help.example.com' }, ['url']],
    ['an address that runs code', { url: 'javascript:alert(1)' }, ['url']],
    ['an address with a password', { url: 'https://ci:secret@help.example.com/' }, ['url']],
    ['a home with a user name', { home: 'https://ci@example.com/' }, ['home']],
    ['a search log with a token', { searchLog: 'https://:token@log.example/' }, ['searchLog']],
    ['votes with a password', { votes: 'https://ci:secret@log.example/' }, ['votes']],
    ['a chat with a password', { contact: { chat: 'https://ci:secret@chat.example/' } }, ['contact.chat']],
    ['a form with a password', { contact: { form: 'https://ci:secret@form.example/' } }, ['contact.form']],
    ['a home that runs code', { home: 'javascript:alert(1)' }, ['home']],
    ['a form that runs code', { contact: { form: 'javascript:alert(1)' } }, ['contact.form']],
    ['a search log that is no web address', { searchLog: 'file:///searches' }, ['searchLog']],
    ['votes that run code', { votes: 'javascript:alert(1)' }, ['votes']],
    ['votes sent nowhere we know', { votes: 'everywhere' }, ['votes']],
    ['an e-mail address without a host', { contact: { email: 'help' } }, ['contact.email']],
    ['a way of contact we do not know', { contact: { fax: '1' } }, ['contact']],
    ['a section without a title', { sections: { cards: {} } }, ['sections.cards.title']],
    ['a window of no days', { recurrence: { windowDays: 0 } }, ['recurrence.windowDays']],
    ['half a ticket', { recurrence: { minTickets: 2.5 } }, ['recurrence.minTickets']],
    ['a severity there is not', { severity: { 'link-broken': 'fatal' } }, ['severity.link-broken']],
    ['a code there is not', { severity: { 'link-brokn': 'off' } }, ['severity']],
    ['a key there is not', { themes: 'lumo' }, ['']],
    ['fewer than no popular questions', { popular: -1 }, ['popular']],
  ])('refuses %s', (_, differs, faults) => {
    expect(faultsOf(differs)).toEqual(faults);
  });

  it.each([
    ['one text for all languages', { tagline: 'Welcome' }],
    ['a text per language', { tagline: { en: 'Welcome', fi: 'Tervetuloa' } }],
    ['a severity for one code', { severity: { 'alt-missing': 'off' } }],
    ['part of the recurrence', { recurrence: { minTickets: 5 } }],
    ['no popular questions', { popular: 0 }],
    ['a note on what rises', { risingNote: true }],
    [
      'a place for the question in the address of a form',
      { contact: { form: 'https://a.example/new?about={question}' } },
    ],
    ['votes as events only', { votes: 'events' }],
    ['an address that votes are sent to', { votes: 'https://log.example/votes' }],
    ['an address that searches are sent to', { searchLog: 'https://log.example/searches' }],
  ])('takes %s', (_, differs) => {
    expect(faultsOf(differs)).toEqual([]);
  });
});
