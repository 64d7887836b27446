import { plainName } from '../../column-name.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/[\s|]+/).filter((word) => word !== ''));

const counted = words(`
  tickets cases conversations issues incidents requests records enquiries inquiries count counts sum total volume qty quantity
  anzahl nombre nb cantidad quantidade quantità aantal määrä lukumäärä antal antall broj liczba количество تعداد عدد 件数 数量`);
/** Alone, these name a column of ids. */
const around = words(
  '# number no nr num número numero ticket case conversation issue incident request record of de di von the created new opened',
);

/** Whether the name of a column says that it holds how many tickets there are. */
export function namesSum(name: string): boolean {
  const all = plainName(name)
    .split(/[^\p{L}\p{M}#]+/u)
    .filter((word) => word !== '');
  return all.some((word) => counted.has(word)) && all.every((word) => counted.has(word) || around.has(word));
}

/** One row: whether all values of a column are whole numbers, and some of them more than 1. */
export function readSums(value: string, from: string): string {
  const number = `try_cast(regexp_replace(v, '[,.\\s](\\d{3})', '\\1', 'g') AS BIGINT)`;
  return `SELECT coalesce(bool_and(${number} IS NOT NULL) AND max(${number}) > 1, false) AS sums
    FROM (SELECT bare(${value}::VARCHAR) AS v FROM ${from}) WHERE v IS NOT NULL`;
}
