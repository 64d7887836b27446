import { foldedLetters, outer, replaced } from '#kb/values/word-key.ts';
import { literal, type Sql } from './sql.ts';

const SPACE = [...outer].map((sign) => `chr(${sign.charCodeAt(0)})`).join(' || ');
/** Letters of many languages that need only lowercase: in composed form, and written in one way. */
const PLAIN = String.raw`[\x01-\x7E\x{A1}-\x{AC}\x{AE}-\x{DE}\x{E0}-\x{12F}\x{132}-\x{24F}\x{391}-\x{3C1}\x{3C3}-\x{3C9}\x{400}-\x{482}\x{48A}-\x{52F}\x{621}-\x{63F}\x{641}-\x{642}\x{644}-\x{648}\x{671}-\x{6A9}\x{6AB}-\x{6D3}\x{3041}-\x{3096}\x{30A1}-\x{30FA}\x{4E00}-\x{9FFF}\x{AC00}-\x{D7A3}]*`;

const letters = (value: Sql) => foldedLetters.reduce((sql, [from, to]) => `replace(${sql}, '${from}', '${to}')`, value);
const translated = (value: Sql) =>
  `translate(${value}, ${literal(replaced.from + replaced.unseen)}, ${literal(replaced.to)})`;

/**
 * `bare` is a text without white space around it, and `word_key` is `wordKey`. Almost all words need only lowercase, which
 * costs little.
 */
export const wordKeyMacros: readonly Sql[] = [
  // To trim takes longer than to see that there is nothing to trim.
  'CREATE TEMP MACRO is_bare(v) AS ascii(v) BETWEEN 33 AND 126 AND ascii(right(v, 1)) BETWEEN 33 AND 126',
  `CREATE TEMP MACRO bare(v) AS CASE WHEN is_bare(v) THEN v ELSE nullif(trim(v, ${SPACE} || chr(160)), '') END`,
  `CREATE TEMP MACRO folded_key(v) AS nfc_normalize(${letters(`lower(${letters(`nfc_normalize(${translated('v')})`)})`)})`,
  `CREATE TEMP MACRO word_key(v) AS CASE WHEN strlen(v) = length(v) AND is_bare(v) THEN lower(v) ELSE
    trim(CASE WHEN strlen(v) = length(v) OR regexp_full_match(v, ${literal(PLAIN)}) THEN lower(v) ELSE folded_key(v) END, ${SPACE}) END`,
];
