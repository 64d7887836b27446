import { describe, expect, it } from 'vitest';
import { contactWays } from '#ui/contact-ways.ts';

const contact = { email: 'help@pilvi.example', phone: '+358 9 0000 0200', url: 'https://pilvi.example/ask' };

describe('the ways to a person', () => {
  it('are those of site.yaml', () => {
    expect(contactWays(contact)).toEqual([
      { kind: 'form', href: 'https://pilvi.example/ask' },
      { kind: 'email', href: 'mailto:help@pilvi.example', shown: 'help@pilvi.example' },
      { kind: 'phone', href: 'tel:+358900000200', shown: '+358 9 0000 0200' },
    ]);
  });

  it('are none where it names none', () => {
    expect(contactWays({})).toEqual([]);
  });

  it('carry the question along, a letter also the page', () => {
    const asked = { question: 'Why "now" & how?', page: 'https://help.pilvi.example/en/search/?q=why+now' };
    expect(contactWays(contact, asked).map(({ href }) => href)).toEqual([
      'https://pilvi.example/ask?question=Why+%22now%22+%26+how%3F',
      'mailto:help@pilvi.example?subject=Why%20%22now%22%20%26%20how%3F&body=Why%20%22now%22%20%26%20how%3F%0D%0A%0D%0Ahttps%3A%2F%2Fhelp.pilvi.example%2Fen%2Fsearch%2F%3Fq%3Dwhy%2Bnow',
      'tel:+358900000200',
    ]);
  });
});
