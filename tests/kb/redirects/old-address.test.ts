import { describe, expect, it } from 'vitest';
import { encodeAddress, fileOfAddress, oldAddressFault } from '#kb/redirects/old-address.ts';

describe('an old address', () => {
  it.each([
    '/old',
    '/hc/en-us/articles/360012345-How-to-order',
    '/wiki/Card_(new)/',
    '/a%20b.html',
    '/%C3%A4/ä',
    '/questions/راهنما',
    '/help@home/a+b,c;d=e~f!',
    `/${'a'.repeat(200)}`,
  ])('%s can be redirected', (address) => {
    expect(oldAddressFault(address)).toBeUndefined();
  });

  it.each([
    ['', 'starts with "/"'],
    ['/', 'starts with "/"'],
    ['old', 'starts with "/"'],
    ['https://a.example/x', 'starts with "/"'],
    ['//evil.example/x', 'two slashes'],
    ['/a//b', 'two slashes'],
    ['/a?b', '"?"'],
    ['/a#b', '"?"'],
    ['/*', 'no patterns'],
    ['/a/:splat', 'no patterns'],
    ['/a/%3Aname', 'no patterns'],
    ['/%2A', 'no patterns'],
    ['/{a,b}', 'no patterns'],
    ['/(.*)', 'no patterns'],
    ['/a[0-9]', 'no patterns'],
    ['/a|b', 'no patterns'],
    ['/a\\b', 'no patterns'],
    ['/^a', 'no patterns'],
    ['/a\nb', 'no patterns'],
    ['/a%0Ab', 'no patterns'],
    ['/a%2fb', 'no patterns'],
    ['/a\u202eb', 'no patterns'],
    ['/a ', 'no patterns'],
    ['/a%20', 'no patterns'],
    ['/a.', 'no patterns'],
    ['/100%', 'UTF-8'],
    ['/%C3', 'UTF-8'],
    ['/..', '"."'],
    ['/%2e%2e/x', '"."'],
    ['/...', '"."'],
    ['/.htaccess', '"."'],
    ['/a/.well-known/security.txt', '"."'],
    ['/_worker.js/index.html', '"_"'],
    ['/%5Fheaders', '"_"'],
    ['/Web.config', 'sets up a host'],
    ['/CNAME', 'sets up a host'],
    [`/${'a'.repeat(201)}`, 'Shorten'],
    [`/${'ä'.repeat(40)}`, 'Shorten'],
    [`/${'abcdefghi/'.repeat(101)}`, 'Shorten'],
  ])('%j is refused', (address, why) => {
    expect(oldAddressFault(address)).toContain(why);
  });

  it('is a file that no host reads in another way', () => {
    expect(['/old', '/old/', '/a/7.html', '/a%20b'].map(fileOfAddress)).toEqual([
      'old/index.html',
      'old/index.html',
      'a/7.html',
      'a b/index.html',
    ]);
    expect(encodeAddress('/ä/%c3%a4/a b')).toBe('/%C3%A4/%C3%A4/a%20b');
  });
});
