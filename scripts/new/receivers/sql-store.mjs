// The tables of a receiver with SQLite: Cloudflare D1, and node:sqlite.

export const tables = [
  'CREATE TABLE IF NOT EXISTS events (kind TEXT, day TEXT, line TEXT, n INTEGER, PRIMARY KEY (kind, day, line)) WITHOUT ROWID',
  'CREATE TABLE IF NOT EXISTS hits (key TEXT PRIMARY KEY, until INTEGER, n INTEGER) WITHOUT ROWID',
];

/** @param run runs a statement with values, and gives its rows */
export function sqlStore(run) {
  return {
    async hit(key, until) {
      const [row] = await run(
        'INSERT INTO hits (key, until, n) VALUES (?, ?, 1) ON CONFLICT (key) DO UPDATE SET n = n + 1 RETURNING n',
        [key, until],
      );
      return row.n;
    },
    async add(kind, day, line) {
      await run(
        'INSERT INTO events (kind, day, line, n) VALUES (?, ?, ?, 1) ON CONFLICT (kind, day, line) DO UPDATE SET n = n + 1',
        [kind, day, line],
      );
    },
    async lines(kind) {
      const all = [];
      for (let [day, line, more] = ['', '', true]; more; ) {
        const rows = await run(
          'SELECT day, line, n FROM events WHERE kind = ? AND (day, line) > (?, ?) ORDER BY day, line LIMIT 5000',
          [kind, day, line],
        );
        all.push(...rows);
        more = rows.length > 0;
        if (more) ({ day, line } = rows.at(-1));
      }
      return all;
    },
    async forget(now, day) {
      await run('DELETE FROM hits WHERE until < ?', [now]);
      await run('DELETE FROM events WHERE day < ?', [day]);
    },
  };
}
