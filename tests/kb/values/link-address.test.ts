import { describe, expect, it } from 'vitest';
import { cleanAddress, isElsewhere, isOwnPath, isSafeLink, schemeOf } from '#kb/values/link-address.ts';

const characters = ['', ' ', '\t', '\n', '\r', '\0', '\x01', '\x1f'];

describe('an address is read as a browser reads it', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,a',
    'vbscript:a',
    'blob:a',
    'file:///etc/passwd',
  ])('%s is not a link, whatever is in or around it', (address) => {
    for (const one of characters)
      for (const at of [0, 1, 4]) {
        const text = address.slice(0, at) + one + address.slice(at);
        const browser = URL.canParse(text) ? new URL(text).protocol.slice(0, -1) : undefined;
        expect(schemeOf(text), JSON.stringify(text)).toBe(browser);
        expect(isSafeLink(text)).toBe(false);
      }
  });

  it.each(['https://a.example', ' HTTP://a.example', 'mailto:a@b.example', 'tel:+1', 'sms:+1'])(
    '%s is one',
    (address) => {
      expect(isSafeLink(address)).toBe(true);
      expect(isElsewhere(address)).toBe(true);
    },
  );

  it.each([
    '//a.example',
    '\\\\a.example',
    '/\\a.example',
    '\\/a.example',
    ' //a.example',
    '/\t/a.example',
    '\n//a.example',
  ])('%j leads to another host and not to a path', (address) => {
    expect(new URL(address, 'https://own.example').host).toBe('a.example');
    expect(isElsewhere(address)).toBe(true);
    expect(isSafeLink(address)).toBe(false);
    expect(isOwnPath(address)).toBe(false);
  });

  it.each(['/a', '/', './a', 'a/b:c', '#a:b', '?a=b:c'])('%s stays here', (address) => {
    expect(isElsewhere(address)).toBe(false);
  });

  it('keeps everything else', () => {
    expect(cleanAddress(' /a b/ö?c=d ')).toBe('/a b/ö?c=d');
  });
});
