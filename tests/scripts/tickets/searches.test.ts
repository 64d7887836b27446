import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { listFiles } from '#io/machine/files.ts';
import { makeFolder } from '../../folder.ts';
import { run } from '../../run.ts';
import { content } from '../../tickets.ts';

const searches = 'content/tickets/searches.csv';
const row = (text: string, times: number) => `${text}\n`.repeat(times);
const log = `Timestamp,Query,Locale,Results,Confident
${row('2026-11-15T10:00:00Z,Do you sell crypto?,en,0,false', 6)}${row('2026-11-01T10:00:00Z,do you sell crypto,en-GB,2,false', 4)}${row(
  '2026-11-02T10:00:00Z,i lost my card,en,3,true',
  7,
)}${row('2026-11-02T10:00:00Z,kryptovaluutta,fi,0,false', 5)}${row('2026-11-02T10:00:00Z,canary nobody else knows,en,0,false', 4)}${row(
  '2026-11-02T10:00:00Z,i am canary@mail.example,en,0,false',
  9,
)},no day,en,0,false
`;

async function imported(files: Record<string, string | Uint8Array> = {}, ...words: string[]) {
  const root = await makeFolder({ ...content, 'log.csv': log, ...files });
  return { root, ...(await run('tickets', ['import', '--searches', 'log.csv', ...words], root)) };
}

describe('tickets import --searches', () => {
  it('writes the questions that enough people asked, and says what it left out', async () => {
    const { root, code, stdout, stderr } = await imported();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "Read 36 rows from log.csv: 35 searches.
        kept       22  3 questions searched at least 5 times
        not found  15  of those kept: no result, or none that fits
        too rare    4  left out: a rare question can reveal who asked it
        personal    9  left out: they contain an address or a long number
      Left out 1 row: 1 without a readable date.

      Wrote content/tickets/searches.csv. It replaces all searches imported before.
      Now run: npm run tickets -- report
      "
    `);
    expect(await readFile(join(root, searches), 'utf8')).toMatchInlineSnapshot(`
      "locale,question,searches,misses,first,last
      en,do you sell crypto,10,10,2026-11-01,2026-11-15
      en,i lost my card,7,0,2026-11-02,2026-11-02
      fi,kryptovaluutta,5,5,2026-11-02,2026-11-02
      "
    `);
  });

  it('keeps nothing about a person anywhere', async () => {
    const { root } = await imported();
    await run('tickets', ['report'], root);
    const written = (await listFiles(root)).filter((file) => file !== 'log.csv');
    expect(written).toContain(searches);
    for (const file of written) expect(await readFile(join(root, file), 'utf8')).not.toMatch(/canary/i);
    expect(await readdir(join(root, 'content/tickets'))).toEqual(['searches.csv']);
  });

  it('counts nothing twice: a log that is imported again changes no byte, and one named twice is read once', async () => {
    const { root } = await imported();
    const before = await readFile(join(root, searches));
    const { stdout } = await run('tickets', ['import', '--searches', 'log.csv', './log.csv'], root);
    expect(stdout).toContain(`${searches} is unchanged.`);
    expect(await readFile(join(root, searches))).toEqual(before);
  });

  it('adds up logs that are given together, compressed or not', async () => {
    const { root } = await imported({ 'more.csv.gz': gzipSync(log) }, 'more.csv.gz');
    expect(await readFile(join(root, searches), 'utf8')).toContain('en,do you sell crypto,20,20,');
  });

  it.each([
    ['log.csv', 'day,visitors\n2026-11-01,3\n', 'log.csv:1: There is no column for the questions'],
    ['log.csv', 'day,query\nyesterday,a\ntoday,b\n', 'log.csv: 2 of 2 rows have no valid date.'],
    ['log.csv', 'day,query\n', 'log.csv: There are no searches to import.'],
    ['log.csv', '[{"question":"canary"}]', 'log.csv: The file is a JSON list or a web page'],
    ['log.csv', Uint8Array.of(0x64, 0xe4, 0x0a), "log.csv: The file isn't UTF-8. It uses an older encoding"],
    ['log.csv', Uint8Array.of(0x1f, 0x8b, 1), 'log.csv: The gzip file is cut off or damaged.'],
    ['log.csv', '', 'log.csv: The file is empty.'],
    ['other.csv', '', "log.csv: The file doesn't exist."],
  ])('writes nothing if the log cannot be used: %s %j', async (name, text, says) => {
    const root = await makeFolder({ ...content, [name]: text });
    const { code, stdout, stderr } = await run('tickets', ['import', '--searches', 'log.csv'], root);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/\n\nNothing was written\.\n$/);
    expect(stderr).not.toMatch(/canary|\n\s+at /);
    expect(await listFiles(join(root, 'content/tickets'))).toEqual([]);
  });

  it('cannot be combined with options for tickets, and reserves its name as a source', async () => {
    expect(await imported({}, '--from', 'desk')).toMatchObject({ code: 2, stdout: '' });
    const root = await makeFolder(content);
    expect(await run('tickets', ['report', '--searches', 'log.csv'], root)).toMatchObject({ code: 2, stdout: '' });
    expect(await run('tickets', ['import', 'a.json', '--from', 'searches'], root)).toMatchObject({
      code: 2,
      stdout: '',
    });
  });
});

describe('tickets report', () => {
  it('lists searches without a result, and what to do', async () => {
    const { root } = await imported();
    const { code, stdout } = await run('tickets', ['report'], root);
    expect(code).toBe(0);
    expect(stdout.slice(stdout.indexOf('Searches without'))).toMatchInlineSnapshot(`
      "Searches without a result: 2 questions
      Customers searched for these and found nothing, or nothing that fits. The list shows the 10 with the
      most misses in each language; .reports/tickets.json has them all.

        not found  searches  language  question            what to do
               10        10  en        do you sell crypto  write an article, or add a synonym to
                                                           synonyms/en.yaml
                5         5  fi        kryptovaluutta      write an article, or add a synonym to
                                                           synonyms/fi.yaml
      "
    `);
  });

  it('has them as JSON and Markdown too', async () => {
    const { root } = await imported();
    const { stdout } = await run('tickets', ['report', '--json'], root);
    expect(JSON.parse(stdout)).toMatchObject({
      searched: [
        { locale: 'en', question: 'do you sell crypto', searches: 10, misses: 10 },
        { locale: 'fi', question: 'kryptovaluutta', searches: 5, misses: 5 },
      ],
    });
    expect(await readFile(join(root, '.reports/tickets.json'), 'utf8')).toBe(stdout);
    const { stdout: page } = await run('tickets', ['report', '--markdown'], root);
    expect(page).toContain('| 10 | 10 | en | do you sell crypto | write an article');
  });

  it('leaves them out if no log was imported, and refuses a log that cannot be read', async () => {
    const root = await makeFolder(content);
    const { stdout } = await run('tickets', ['report'], root);
    expect(stdout).not.toContain('Searches');
    const broken = await makeFolder({ ...content, [searches]: 'question\n' });
    const refused = await run('tickets', ['report'], broken);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('tickets/searches.csv:1');
  });
});
