import { domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personKey } from '#intake/tickets/person.ts';
import { samePeople } from '#intake/tickets/words/same-people.ts';

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const domain = fc.oneof(
  fc.tuple(word, fc.constantFrom('com', 'fi', 'co.uk')).map(([name, end]) => `${name}.${end}`),
  fc.constantFrom('gmail.com', 'xn--bcher-kva.example', 'xn--80akhbyknj4f.example'),
);
const address = fc.tuple(fc.array(word, { minLength: 1, maxLength: 3 }), domain).map(([names, host]) => ({
  local: names.join('.'),
  host,
}));

const wide = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));
type Address = { local: string; host: string };
/** Other ways to write an address, which can follow each other in any order. */
const waysToWriteIt: readonly ((one: Address) => Address)[] = [
  ({ local, host }) => ({ local: local.toUpperCase(), host }),
  ({ local, host }) => ({ local, host: host.toUpperCase() }),
  ({ local, host }) => ({ local: `${local}+shop`, host }),
  ({ local, host }) => ({ local: local.replaceAll('.', ''), host }),
  ({ local, host }) => ({ local: local.split('').join('.').replaceAll('..', '.').replaceAll('.+', '+'), host }),
  ({ local, host }) => ({ local: local.replace(/^[a-z]/, (letter) => `${letter}\u00ad`), host }),
  ({ local, host }) => ({ local: local.normalize('NFD'), host: domainToUnicode(host) || host }),
  ({ local, host }) => ({ local, host: host.replace(/^gmail\.com$/i, 'googlemail.com') }),
  ({ local, host }) => ({ local: wide(local), host: wide(host) }),
  ({ local, host }) => ({ local, host: `${host}.` }),
];
const waysToNameIt: readonly ((written: string) => string)[] = [
  (written) => written,
  (written) => ` \t${written}\u00a0\n`,
  (written) => `Anna Virtanen <${written}>`,
  (written) => `"Virtanen, Anna" <${written}>`,
  (written) => `<${written}>`,
  (written) => `mailto:${written}`,
  (written) => `mailto:${written.replaceAll('+', '%2B').replaceAll('@', '%40')}?subject=Hi`,
  (written) => `'${written}'`,
  (written) => `${written} (Anna at home)`,
  (written) => written.replace('@', ' @ '),
  (written) => `\u202a${written}\u202c`,
];

describe('a person', () => {
  it('is the same, however the address is written', () => {
    fc.assert(
      fc.property(
        address,
        fc.array(fc.constantFrom(...waysToWriteIt), { maxLength: 4 }),
        fc.constantFrom(...waysToNameIt),
        (one, ways, name) => {
          const other = ways.reduce((before, way) => way(before), one);
          expect(personKey(name(`${other.local}@${other.host}`))).toBe(personKey(`${one.local}@${one.host}`));
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a quoted local part', '"anna.virtanen"@pilvi.example', 'anna.virtanen@pilvi.example'],
    ['a quoted local part with a space', '"anna virtanen"@pilvi.example', 'annavirtanen@pilvi.example'],
    ['a punycode domain', 'anna@xn--bcher-kva.example', 'anna@bücher.example'],
    ['a composed letter', 'jose\u0301@pilvi.example', 'josé@pilvi.example'],
    ['an accent', 'jose@pilvi.example', 'josé@pilvi.example'],
    ['ligatures', 'oﬃce@pilvi.example', 'office@pilvi.example'],
    ['a list in another order', 'b@pilvi.example; a@pilvi.example', 'A@pilvi.example, B@pilvi.example'],
    ['a name in another order', 'Virtanen, Anna', ' anna  VIRTANEN '],
    ['a telephone number', '+358 40 123', '35840123'],
    ['an id of a spreadsheet', '4711.0', ' 4711'],
  ])('is the same with %s', (_, one, other) => {
    expect(personKey(one)).toBe(personKey(other));
  });

  it('is another one at another host, or with another name', () => {
    fc.assert(
      fc.property(address, address, (one, other) => {
        const plain = ({ local, host }: Address) => `${local.replaceAll('.', '')}@${host}`;
        fc.pre(plain(one) !== plain(other));
        expect(personKey(`${one.local}@${one.host}`)).not.toBe(personKey(`${other.local}@${other.host}`));
      }),
    );
  });

  it('is no one in a text without a name, and any text can be read in no time', () => {
    expect(['', ' ', '-', '<>', '()'].map(personKey)).toEqual(['', '', '', '', '']);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof personKey(text) === 'string'));
    const start = performance.now();
    for (const part of ['"', '\\', '(', '<', '@', 'a@', '" "', '%40', '<a@', 'a.']) personKey(part.repeat(1_000_000));
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('has the names that any of their tickets has', () => {
    const person = samePeople([
      ['1', 'a'],
      ['2', 'a'],
      [null, 'b'],
      ['2', null],
      ['3', 'b'],
      ['4', null],
    ]);
    expect(['1', '2', '3', '4', '5'].map(person)).toEqual(['2', '2', '3', '4', '5']);
  });
});
