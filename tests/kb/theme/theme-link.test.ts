import { describe, expect, it } from 'vitest';
import { ThemeLink } from '#kb/theme/theme-file.ts';

describe('a link of a theme', () => {
  it.each(['https://acme.example/', 'mailto:help@acme.example', 'tel:+358900000', '/cards/order'])(
    'can lead to %s',
    (href) => {
      expect(ThemeLink.safeParse({ text: 'Home', href }).success).toBe(true);
    },
  );

  it.each(['https://ci:secret@acme.example/', 'https://ci@acme.example/', 'javascript:alert(1)', '//acme.example/'])(
    'cannot lead to %s',
    (href) => {
      expect(ThemeLink.safeParse({ text: 'Home', href }).success).toBe(false);
    },
  );
});
