import { settings } from './settings.mjs';

// A Redis database over HTTPS, as Upstash has it (https://upstash.com/docs/redis/features/restapi).

const MS_PER_DAY = 86_400_000;

export function redisStore(address, token) {
  const run = async (commands) => {
    const response = await fetch(new URL('/pipeline', address), {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: JSON.stringify(commands),
    });
    if (!response.ok) throw new Error(`The database answered ${response.status}.`);
    return (await response.json()).map(({ result, error }) => {
      if (error !== undefined) throw new Error(error);
      return result;
    });
  };
  return {
    async hit(key, until) {
      const [n] = await run([
        ['INCR', `ohje:hit:${key}`],
        ['PEXPIREAT', `ohje:hit:${key}`, until],
      ]);
      return n;
    },
    async add(kind, day, line) {
      const key = `ohje:${kind}:${day}`;
      await run([
        ['HINCRBY', key, line, 1],
        ['EXPIRE', key, settings.keepDays * 86_400],
      ]);
    },
    async lines(kind) {
      const days = Array.from({ length: settings.keepDays + 1 }, (_, ago) =>
        new Date(Date.now() - (settings.keepDays - ago) * MS_PER_DAY).toISOString().slice(0, 10),
      );
      const all = [];
      for (let start = 0; start < days.length; start += 50) {
        const some = days.slice(start, start + 50);
        const found = await run(some.map((day) => ['HGETALL', `ohje:${kind}:${day}`]));
        for (const [index, pairs] of found.entries())
          for (let place = 0; place < pairs.length; place += 2)
            all.push({ day: some[index], line: pairs[place], n: Number(pairs[place + 1]) });
      }
      return all;
    },
    // The database deletes what is too old itself.
    async forget() {},
  };
}
