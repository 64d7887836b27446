import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personKey } from '#intake/tickets/person.ts';
import { literal, macros } from '#intake/tickets/sql.ts';
import { openDatabase } from '#io/imports/duckdb.ts';

const local = fc.stringMatching(/^[A-Za-z0-9._+=-]{1,12}$/);
const label = fc.stringMatching(/^[A-Za-z0-9-]{1,8}$/);
const domain = fc.tuple(fc.array(label, { minLength: 1, maxLength: 3 }), fc.stringMatching(/^[A-Za-z]{2,6}$/));
const plain = fc.tuple(local, domain).map(([name, [labels, top]]) => `${name}@${labels.join('.')}.${top}`);

describe('who wrote a ticket', () => {
  it('is the same person for a plain address, whether the database looks at it alone or not', async () => {
    const database = await openDatabase('UTC', 0);
    try {
      for (const sql of macros) if (/MACRO (?:plain_mailbox|person)\(/.test(sql)) await database.run(sql);
      const found = fc.sample(plain, { numRuns: 300, seed: 7 });
      const people = [...found, 'A.B+tag@GoogleMail.com', '+a@x.fi', '.@x.fi', '123', 'o@1.2.fi'];
      const values = people.map((one) => `(${literal(one)})`).join(', ');
      const rows = await database.rows<{ v: string; key: string }>(
        `SELECT v, person(v) AS key FROM (VALUES ${values}) AS t(v)`,
      );
      expect(new Map(rows.map(({ v, key }) => [v, key]))).toEqual(new Map(people.map((one) => [one, personKey(one)])));
    } finally {
      await database.close();
    }
  });
});
