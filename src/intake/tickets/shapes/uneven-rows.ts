import { plainName } from '../../column-name.ts';

export type RowKind = 'row' | 'note' | 'short' | 'long' | 'empty';

/** What reports write into their last lines. */
const total =
  /^(?:grand |sub ?)?total|^totals?\b|^sum(?:me|ma)?\b|^gesamt|^yhteensä|^totaux|^totale|^totaal|^itogo|^итого|^всего|^razem|^celkem|^összesen|^toplam|^جمع|^المجموع|^合計|^总计|^count\b|^\d+ (?:rows?|records?|tickets?|results?)\b|^confidential|^copyright|^©|^generated|^exported|^report|^end of/;

/** @param names of the columns; the last ones can be empty */
export function rowKind(cells: readonly string[], names: readonly string[]): RowKind {
  const width = names.findLastIndex((name) => name.trim() !== '') + 1;
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return 'empty';
  const last = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (last > names.length) return 'long';
  const few = filled.length === 1 || (filled.length === 2 && width >= 4);
  if (few && (cells.length < width || total.test(plainName(filled[0] ?? '')))) return 'note';
  return cells.length < width ? 'short' : 'row';
}
