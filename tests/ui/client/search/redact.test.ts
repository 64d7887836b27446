import { describe, expect, it } from 'vitest';
import { redact } from '#ui/client/search/redact.ts';

describe('a question that leaves the page', () => {
  it.each([
    ['an e-mail address', 'refund for mia.b+x@mail.example please', 'refund for … please'],
    ['a card number', 'card 4111111111111111 declined', 'card … declined'],
    ['a number in groups', 'card 4111 1111-1111 1111 declined', 'card … declined'],
    ['a telephone number', 'call me at +358 40 123 4567', 'call me at …'],
    ['a telephone number with brackets', 'call (212) 555-0142', 'call …'],
    ['a number in Persian digits', 'کارت ۶۰۳۷۹۹۱۲ کار نمی‌کند', 'کارت … کار نمی‌کند'],
    ['two of them', 'a@b.example 123456', '… …'],
  ])('does not include %s', (_, question, redacted) => {
    expect(redact(question)).toBe(redacted);
  });

  it.each(['why was I charged 12,500 euro', 'error 40412', 'from 100 to 200', 'pay 10 or 20 or 30', 'the @ sign'])(
    'stays as it is otherwise: %s',
    (question) => {
      expect(redact(question)).toBe(question);
    },
  );
});
