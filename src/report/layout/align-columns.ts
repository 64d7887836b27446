/**
 * Rows as lines with aligned columns, two spaces apart. Columns of numbers are right-aligned; the last column isn't
 * padded.
 */
export function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const last = Math.max(0, ...rows.map((row) => row.length)) - 1;
  const columns = Array.from({ length: last + 1 }, (_, column) => rows.map((row) => row[column] ?? ''));
  const widths = columns.map((cells) => Math.max(0, ...cells.map((cell) => [...cell].length)));
  const numeric = columns.map((cells) => cells.slice(1).every((cell) => /^[\d,.]*$/.test(cell)) && cells.length > 1);
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - [...cell].length);
        if (numeric[column]) return gap + cell;
        return column === last ? cell : cell + gap;
      })
      .join('  ')
      .trimEnd(),
  );
}
