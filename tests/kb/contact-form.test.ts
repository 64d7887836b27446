import { describe, expect, it } from 'vitest';
import { formAddress } from '#kb/contact-form.ts';

describe('the address of a contact form', () => {
  it.each([
    [
      'has the question in its place',
      'https://a.example/new?about={question}&from=help',
      'Why? & how',
      'https://a.example/new?about=Why%3F%20%26%20how&from=help',
    ],
    [
      'has it in every such place',
      'https://a.example/{question}?q={question}',
      'a b',
      'https://a.example/a%20b?q=a%20b',
    ],
    [
      'has an empty place where nothing was asked',
      'https://a.example/new?about={question}',
      '',
      'https://a.example/new?about=',
    ],
    ['gets a place for it', 'https://a.example/new', 'کارت', 'https://a.example/new?question=%DA%A9%D8%A7%D8%B1%D8%AA'],
    [
      'keeps what it asks already',
      'https://a.example/new?form=7#top',
      'a b',
      'https://a.example/new?form=7&question=a+b#top',
    ],
    ['stays as it is where nothing was asked', 'https://a.example/new', '', 'https://a.example/new'],
  ])('%s', (_, url, question, address) => {
    expect(formAddress(url, question)).toBe(address);
  });

  it('takes a question as it stands, whatever signs are in it', () => {
    expect(formAddress('https://a.example/?q={question}', '$& {question}')).toBe(
      'https://a.example/?q=%24%26%20%7Bquestion%7D',
    );
  });
});
