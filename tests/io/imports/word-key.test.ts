import { expect, it } from 'vitest';
import { wordKeyMacros } from '#intake/tickets/word-sql.ts';
import { openDatabase } from '#io/imports/duckdb.ts';
import { wordKey } from '#kb/values/word-key.ts';

it.each([
  ['Réclamation', 'Re\u0301clamation'],
  ['کارت', 'كارت'],
  ['بانکی', 'بانكي'],
  ['بانکی', 'بانكى'],
  ['Card arrival', '\u00a0Ｃａｒｄ\u3000ARRIVAL\ufeff'],
  ['refund', 'Re\u00adfund\u200b'],
  ['به\u200cروز', 'بهروز'],
  ['Strasse', 'STRAẞE'],
  ['straße', 'STRASSE'],
  ['İade', 'iade'],
  ['kapatıldı', 'KAPATILDI'],
  ['Επιστροφές', 'ΕΠΙΣΤΡΟΦΈΣ'],
  ['J\u030c', 'ǰ'],
])('%s and %s are the same word', (one, other) => {
  expect(wordKey(one)).toBe(wordKey(other));
});

it('different words have different keys', () => {
  expect(new Set(['Card', 'Cards', 'Cärd', 'card-', 'کارت', 'کرت'].map(wordKey)).size).toBe(6);
});

it('the database and topics.yaml compare words by the same key, whatever the letters', async () => {
  const database = await openDatabase('UTC', 0);
  try {
    for (const sql of wordKeyMacros) await database.run(sql);
    // Letters of Unicode 16 and later have a lowercase only in newer libraries.
    const young =
      /[\u1c89\ua7cb-\ua7ce\ua7d2-\ua7dd\u{11380}-\u{113ff}\u{16100}-\u{1613f}\u{105c0}-\u{105ff}\u{10d40}-\u{10d8f}\u{16ea0}-\u{16edf}]/u;
    const texts: string[] = [];
    for (let code = 1; code < 0x1_8000; code++) {
      const letter = String.fromCodePoint(code);
      if ((code >= 0xd800 && code <= 0xdfff) || young.test(letter)) continue;
      texts.push(` ${letter}B`, `${letter}\u0301\u200d`, `I${letter}\u0307ς`);
    }
    const wrong: string[] = [];
    for (let at = 0; at < texts.length; at += 20_000) {
      const some = texts.slice(at, at + 20_000).map((text) => `'${text.replaceAll("'", "''")}'`);
      const rows = await database.rows<{ v: string; key: string }>(
        `SELECT v, word_key(v) AS key FROM (SELECT unnest([${some.join(', ')}]) AS v)`,
      );
      wrong.push(...rows.filter(({ v, key }) => key !== wordKey(v)).map(({ v }) => JSON.stringify(v)));
    }
    expect(wrong).toEqual([]);
  } finally {
    await database.close();
  }
}, 120_000);
