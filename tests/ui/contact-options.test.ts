import { describe, expect, it } from 'vitest';
import { type Contact, ContactFile } from '#kb/contact/contact.ts';
import { type ContactOption, contactAddress, readContext } from '#ui/contact-option.ts';
import { contactChannels, contactOptionsOf } from '#ui/contact-options.ts';

const contact: Contact = ContactFile.parse({ email: 'help@pilvi.example', phone: '+358 9 0000 0200' });
const page = '/en/contact/';

describe('the contact options in short', () => {
  it('are the contact page, email and phone', () => {
    expect(contactOptionsOf({ ...contact, whatsapp: { address: '+358 40 1' } }, page)).toEqual([
      { kind: 'page', href: page },
      { kind: 'email', href: 'mailto:help@pilvi.example', shown: 'help@pilvi.example' },
      { kind: 'phone', href: 'tel:+358900000200', shown: '+358 9 0000 0200' },
    ]);
  });

  it('are empty if the company has none', () => {
    expect(contactOptionsOf(ContactFile.parse({}), page)).toEqual([]);
  });
});

describe('every channel', () => {
  it.each([
    ['chat', 'https://pilvi.example/chat', 'https://pilvi.example/chat'],
    ['whatsapp', '+358 40 000 0000', 'https://wa.me/358400000000'],
    ['telegram', 'pilvi_help', 'https://t.me/pilvi_help'],
    ['signal', '+358 40 000 0000', 'https://signal.me/#p/+358400000000'],
    ['viber', '+358 40 000 0000', 'viber://chat?number=%2B358400000000'],
    ['messenger', 'pilvi.help', 'https://m.me/pilvi.help'],
  ])('%s has its own address', (kind, address, href) => {
    expect(contactChannels(ContactFile.parse({ [kind]: address }))).toEqual([{ kind, href }]);
  });
});

describe('what was read and searched for', () => {
  const [toPage, letter, call] = contactOptionsOf(contact, page) as [ContactOption, ContactOption, ContactOption];
  const asked = { question: 'Why "now" & how?' };
  const at = 'https://help.pilvi.example/en/search/?q=why+now';

  it('is passed to the contact page, which reads it again', () => {
    const address = contactAddress(toPage, { from: 'cards/order', ...asked }, at);
    expect(address).toBe('/en/contact/?from=cards%2Forder&q=Why+%22now%22+%26+how%3F');
    expect(readContext(address.slice(address.indexOf('?')))).toEqual({ from: 'cards/order', ...asked });
    expect(contactAddress(toPage, {}, at)).toBe(page);
  });

  it.each(['..', '../admin', 'cards/../x', '/cards', 'https://evil.example', 'cards', 'a/b?c', 'a\\b/c', 'a/b\n'])(
    'is not read from an address that names no article: %j',
    (from) => {
      expect(readContext(`?${new URLSearchParams({ from })}`).from).toBeUndefined();
    },
  );

  it('is added to an email with the page, and not to a call', () => {
    expect(contactAddress(letter, asked, at)).toBe(
      'mailto:help@pilvi.example?subject=Why%20%22now%22%20%26%20how%3F&body=Why%20%22now%22%20%26%20how%3F%0D%0A%0D%0Ahttps%3A%2F%2Fhelp.pilvi.example%2Fen%2Fsearch%2F%3Fq%3Dwhy%2Bnow',
    );
    expect(contactAddress(call, asked, at)).toBe('tel:+358900000200');
  });
});
