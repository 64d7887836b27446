import { describe, expect, it } from 'vitest';
import { ContactFile } from '#kb/contact/contact.ts';
import { mailAddress } from '#ui/client/contact/mail-address.ts';
import { formTarget } from '#ui/form-target.ts';

const target = (contact: object, locale = 'en') => {
  const found = formTarget(ContactFile.parse(contact), locale, 'en');
  return found && [found.kind, found.method, found.action, found.nameOf('subject'), found.nameOf('message')];
};

describe('the contact form', () => {
  it('posts everything under its own name', () => {
    expect(target({ form: { action: '/messages' } })).toEqual(['post', 'post', '/messages', 'subject', 'message']);
  });

  it('has the fields of an external form, in the form of the language', () => {
    const address = { en: 'https://a.example/en?s={subject}', fi: 'https://a.example/fi?m={message}' };
    expect(target({ form: { address } })).toEqual(['address', 'get', 'https://a.example/en', 's', undefined]);
    expect(target({ form: { address } }, 'fi')).toEqual(['address', 'get', 'https://a.example/fi', undefined, 'm']);
  });

  it('opens an email if nothing receives messages', () => {
    expect(target({ email: 'a@b.example', form: {} })).toEqual([
      'mail',
      'get',
      'mailto:a@b.example',
      'subject',
      'body',
    ]);
  });

  it('is missing if the company has none', () => {
    expect(target({ email: 'a@b.example' })).toBeUndefined();
  });
});

describe('an email', () => {
  it('has what was written and the context, one line each', () => {
    const written = new FormData();
    written.set('subject', 'Card & PIN');
    written.set('body', 'One\nTwo');
    const [address, query = ''] = mailAddress('mailto:a@b.example', written, ['You were reading: Order']).split('?');
    expect(address).toBe('mailto:a@b.example');
    expect(query).not.toContain('+');
    expect([...new URLSearchParams(query)]).toEqual([
      ['subject', 'Card & PIN'],
      ['body', 'One\r\nTwo\r\n\r\nYou were reading: Order'],
    ]);
  });
});
