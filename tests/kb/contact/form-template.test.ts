import { describe, expect, it } from 'vitest';
import { formTemplateFault, parseFormTemplate } from '#kb/contact/form-template.ts';

describe('the address of a form elsewhere', () => {
  it('is split into placeholders and fixed text', () => {
    const zendesk =
      'https://pilvi.zendesk.com/hc/en-us/requests/new?ticket_form_id=7&tf_subject={subject}&tf_360001={article}';
    expect(parseFormTemplate(zendesk)).toEqual({
      action: 'https://pilvi.zendesk.com/hc/en-us/requests/new',
      names: { subject: 'tf_subject', article: 'tf_360001' },
      fixed: [['ticket_form_id', '7']],
    });
  });

  it.each([
    ['a place in a parameter', 'https://a.example/?q={subject}', true],
    ['no place at all', 'https://a.example/new', true],
    ['a place in its path', 'https://a.example/{question}', false],
    ['a place within a longer value', 'https://a.example/?q=about {subject}', false],
    ['a place for what nobody knows', 'https://a.example/?q={subjekt}', false],
  ])('may have %s: %s', (_name, address, good) => {
    expect(formTemplateFault(address, ['subject', 'question']) === undefined).toBe(good);
  });

  it('must have a place for the company’s own fields', () => {
    expect(formTemplateFault('https://a.example/?q={subject}', ['subject'], ['order'])).toBe(
      'Add a parameter for the field "order", such as &order={order}.',
    );
  });
});
