import { foldedLetters, outer, replaced, wordKey } from '#kb/values/word-key.ts';
import { literal, type Sql } from '../sql.ts';
import { type Dialect, dialects } from './dialects.ts';

/** How a server can turn any letter into lowercase. Its default can be a language's own, or know only ASCII. */
const lowercases: readonly ((text: Sql) => Sql)[] = [
  (text) => `lower(${text} COLLATE "pg_c_utf8")`,
  (text) => `lower(${text} COLLATE "und-x-icu")`,
  (text) => `lower(${text})`,
];

/** Letters that show whether words are compared as in files. */
const probe = ' \u00c4RGER I\u0130 \u1e9e\u03a9\u03a3 \u0416\u0531 \uff23ard Re\u0301\u00ad\u0643\u064a ';

/** PostgreSQL with the words of `wordKey`; of these, a server can run at least one if it has UTF-8 and `normalize`. */
export const exactDialects: readonly { dialect: Dialect; works: Sql }[] = lowercases.map((lower) => {
  const key = (text: Sql) => postgresWordKey(text, lower);
  return {
    dialect: { ...dialects.postgres, wordKey: key, keyOf: wordKey, composed: (text) => `normalize(${text}, NFC)` },
    works: `SELECT ${key(literal(probe))} = ${literal(wordKey(probe))} AS works`,
  };
});

function postgresWordKey(text: Sql, lower: (text: Sql) => Sql): Sql {
  const trimmed = (value: Sql) =>
    `btrim(${value}, ${[...outer].map((sign) => `chr(${sign.charCodeAt(0)})`).join(' || ')}) COLLATE "C"`;
  const folded = (value: Sql) =>
    foldedLetters.reduce((sql, [from, to]) => `replace(${sql}, '${from}', '${to}')`, value);
  const seen = `translate(${text}, ${literal(replaced.from + replaced.unseen)}, ${literal(replaced.to)})`;
  // Almost all words are ASCII, which takes the least time.
  return `nullif(CASE WHEN octet_length(${text}) = char_length(${text}) THEN ${trimmed(`lower(${text} COLLATE "C")`)}
    ELSE ${trimmed(`normalize(${folded(lower(folded(`normalize(${seen}, NFC)`)))}, NFC)`)} END, '')`;
}
