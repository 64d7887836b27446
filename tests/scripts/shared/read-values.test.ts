import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../scripts/shared/failures.ts';
import { listOf, readDay, readOneOf, readPort } from '../../../scripts/shared/read-values.ts';

describe('a date', () => {
  it.each(['2026-11-15', '2024-02-29', '1999-12-31'])('can be %s', (day) => {
    expect(readDay(day, '--until')).toBe(day);
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '15.11.2026',
    '2026-1-5',
    'today',
    '',
    '2026-11-15T10:00',
    ' 2026-11-15',
  ])('can\'t be "%s"', (day) => {
    expect(() => readDay(day, '--until')).toThrow(UsageError);
    expect(() => readDay(day, '--until')).toThrow(`--until is "${day}". Use a date such as 2026-11-15.`);
  });
});

describe('a port', () => {
  it.each(['0', '80', '65535'])('can be %s', (port) => {
    expect(readPort(port, '--port')).toBe(Number(port));
  });

  it.each(['65536', '-1', '80a', ''])('can\'t be "%s"', (port) => {
    expect(() => readPort(port, '--port')).toThrow('Use a port number such as 4321.');
  });
});

describe('one of a few words', () => {
  const read = readOneOf('github', 'gitlab', 'bitbucket');

  it('is returned as it is', () => {
    expect(read('gitlab', '--host')).toBe('gitlab');
  });

  it('is otherwise refused, with the closest word or all of them', () => {
    expect(() => read('gitlap', '--host')).toThrow('--host is "gitlap". Did you mean "gitlab"?');
    expect(() => read('toString', '--host')).toThrow('Use github, gitlab, or bitbucket.');
  });

  it('is listed in English', () => {
    expect([listOf([]), listOf(['a']), listOf(['a', 'b']), listOf(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a or b',
      'a, b, or c',
    ]);
  });
});
