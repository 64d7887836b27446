import type { ElementContent } from 'hast';
import { describe, expect, it } from 'vitest';
import { toHtml as printTree } from '#markdown/html.ts';
import { withNumbers } from '#markdown/syntax/number-direction.ts';

const toHtml = (children: ElementContent[]) => printTree({ type: 'root', children });
const kept = (text: string) => withNumbers(text).flatMap((one) => (one.type === 'element' ? toHtml(one.children) : []));

describe('a right-to-left text', () => {
  it.each([
    ['با +358 9 0000 0100 تماس بگیرید.', '+358 9 0000 0100'],
    ['شماره 0800-123456', '0800-123456'],
    ['شماره ۰۲۱-۱۲۳۴۵۶۷۸', '۰۲۱-۱۲۳۴۵۶۷۸'],
    ['تلفن (020) 7946 0000.', '(020) 7946 0000'],
    ['کارت 4000 1234 5678 9010', '4000 1234 5678 9010'],
    ['هزینه 10 000 یورو', '10 000'],
    ['تاریخ 2026-11-30', '2026-11-30'],
  ])('%s keeps the order of a number', (text, number) => {
    expect(kept(text)).toEqual([number]);
  });

  it.each(['ساعت 9–17', 'سال 2024-2026', 'از 2024–2026', 'ساعت 8:00-16:00', '10 20 30', '24/7', 'نسخه 2.1', '5 000x'])(
    '%s stays as it is',
    (text) => {
      expect(kept(text)).toEqual([]);
    },
  );

  it('keeps the text around a number', () => {
    expect(toHtml(withNumbers('به +358 9 0100 زنگ بزنید'))).toBe('به <bdi dir="ltr">+358 9 0100</bdi> زنگ بزنید');
    expect(withNumbers('')).toEqual([{ type: 'text', value: '' }]);
  });
});
