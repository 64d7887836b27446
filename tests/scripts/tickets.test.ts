import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { listFiles } from '#io/machine/files.ts';
import { makeFolder } from '../folder.ts';
import { type Ran, run } from '../run.ts';
import { content, lines, many, zendeskTicket } from '../tickets.ts';

/** Four weeks of tickets up to 15 November: a topic that recurs, in both languages, and a word no topic claims. */
const tickets = [15, 8, 1].flatMap((day) => {
  const created = `2026-11-${String(day).padStart(2, '0')}T10:00:00Z`;
  return [
    ...many(5, { created }),
    ...many(4, { created, locale: 'fi' }),
    ...many(2, { created, category: 'card_late' }),
    ...many(6, { created, category: 'late_card_again' }),
  ];
});
const sources = 'sources:\n  zendesk:\n    category: field:360001\n    locale: tag-prefix:lang_\n';
const counts = 'content/tickets/zendesk.csv';

async function folder(files: Record<string, string | Uint8Array> = {}) {
  return makeFolder({ ...content, 'content/tickets.yaml': sources, 'export.json': lines(tickets), ...files });
}

const tell = (cwd: string, ...words: string[]) => run('tickets', words, cwd);

describe('tickets import', () => {
  it('writes the counts, and says what was read, what was counted and where it is stored', async () => {
    const root = await folder();
    const { code, stdout, stderr } = await tell(root, 'import', 'export.json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`Read 51 tickets from export.json (a Zendesk export).
  counted     51  2026-11-01 to 2026-11-15, 3 days with tickets
  duplicates   0
  skipped      0

Columns read: day "created_at", id "id", last change "updated_at", customer "requester_id", language "tag-prefix:lang_", closed "status".

The category was read from field:360001, as set in tickets.yaml.

  with a topic     33 tickets  in 2 categories
  without a topic  18 tickets  in 1 category: "late_card_again"

Closed: 51 of 51 tickets, from solved or closed in column:status.
Not found in the export: "satisfaction:", "links:". If the export includes them, set the fields in tickets.yaml.

Customer words
  English: no word points to a topic.
  Finnish: no word points to a topic.

Wrote ${counts}.
Now run: npm run tickets -- report
`);
    expect((await readFile(join(root, counts), 'utf8')).split('\n').slice(0, 5)).toEqual([
      'day,locale,category,tickets,closed',
      '2026-11-01,en,card_late,2,2',
      '2026-11-01,en,late_card_again,6,6',
      '2026-11-01,en,lost_card,5,5',
      '2026-11-01,fi,lost_card,4,4',
    ]);
  });

  it('writes the links to articles as well, and says how each part was recognized', async () => {
    const rows = ['1,2026-11-02,lost_card,Done,5,cards/lost', '2,2026-11-02,lost_card,Done,9,cards/canary'];
    const root = await folder({
      'desk.csv': `id,created,category,Status,CSAT,Answer\n${rows.join('\n')}\n`,
      'content/tickets.yaml':
        'sources:\n  csv:\n    links: column:Answer\n    satisfaction: { at: "column:CSAT", worst: 5, best: 1, satisfied: 2 }\n',
    });
    const { code, stdout } = await tell(root, 'import', 'desk.csv', '--no-words');
    expect(code).toBe(0);
    expect(stdout).toContain(`
Closed: 2 of 2 tickets, from column:Status.
Satisfied: 0 of 1 customers who answered (0%), from column:CSAT: 5 (worst) to 1 (best), satisfied from 2 down.
  1 answer outside this scale didn't count.
Linked: 1 of 2 closed tickets, to 1 article, from column:Answer.
  1 link to an unknown page didn't count. `);
    expect(stdout).toContain('Wrote content/tickets/links/csv.csv.\n');
    expect(stdout).not.toContain('canary');
    expect(await readFile(join(root, 'content/tickets/links/csv.csv'), 'utf8')).toBe(
      'day,locale,articles,tickets\n2026-11-02,en,cards/lost,1\n',
    );
  });

  it('writes neither counts nor links if the existing links cannot be read', async () => {
    const root = await folder({ 'content/tickets/links/zendesk.csv': 'nothing\n' });
    const { code, stderr } = await tell(root, 'import', 'export.json');
    expect(code).toBe(1);
    expect(stderr).toContain('tickets/links/zendesk.csv:1');
    expect(stderr).toMatch(/Nothing was written\.\n$/);
    expect(await listFiles(join(root, 'content/tickets'))).toEqual(['links/zendesk.csv']);
  });

  it('changes no byte the second time', async () => {
    const root = await folder();
    await tell(root, 'import', 'export.json');
    const before = await readFile(join(root, counts));
    const { stdout } = await tell(root, 'import', 'export.json');
    expect(stdout).toContain(`${counts} is unchanged.`);
    expect(await readFile(join(root, counts))).toEqual(before);
  });

  it('keeps nothing about a person anywhere', async () => {
    const root = await folder();
    await tell(root, 'import', 'export.json');
    await tell(root, 'report');
    const written = (await listFiles(root)).filter((file) => file !== 'export.json');
    expect(written).toContain(counts);
    for (const file of written) expect(await readFile(join(root, file), 'utf8')).not.toMatch(/canary|4111/i);
    expect(await listFiles(join(root, 'content/tickets'))).toEqual(['zendesk.csv']);
  });

  it('finds the category, and shows the other candidates and how to choose one', async () => {
    const root = await folder({ 'content/tickets.yaml': '' });
    const { stdout } = await tell(root, 'import', 'export.json', '--from', 'desk');
    expect(
      stdout,
    ).toContain(`The category was read from field:360001: its values are categories in topics.yaml for 65% of the tickets.
  field         tickets  values  tickets with a topic
  field:360001       51       3                    33`);
    expect(stdout).toContain('sources:\n    desk:\n      category: field:360001\n');
    expect(stdout).toContain('Wrote content/tickets/desk.csv.');
  });

  it('writes nothing if it cannot find the category', async () => {
    const rows = Array.from({ length: 40 }, (_, n) => `${n},2026-11-02,area ${n % 3},kind ${n % 2}`);
    const root = await folder({ 'export.csv': `id,created,Product area,Kind\n${rows.join('\n')}\n` });
    const { code, stdout, stderr } = await tell(root, 'import', 'export.csv');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(`No field is clearly the category of a ticket.
  field                tickets  values  tickets with a topic
  column:Kind               40       2                     0
  column:Product area       40       3                     0
To choose a field, add to tickets.yaml:
  sources:
    csv:
      category: column:Kind

Nothing was written.
`);
    expect(await listFiles(join(root, 'content/tickets'))).toEqual([]);
  });

  it('writes nothing, and keeps existing files, if a file cannot be read', async () => {
    const root = await folder({ [counts]: 'day,locale,category,tickets\n2026-10-01,en,lost_card,3\n' });
    for (const [name, text] of [
      ['half.json', lines(tickets).slice(0, -30)],
      ['login.json', '<html>canary</html>'],
    ] as const) {
      const here = await makeFolder({ [name]: text });
      const { code, stdout, stderr } = await tell(root, 'import', 'export.json', join(here, name));
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/Nothing was written\.\n$/);
      expect(stderr).not.toMatch(/canary|4111|\n\s+at /);
    }
    expect(await readFile(join(root, counts), 'utf8')).toBe('day,locale,category,tickets\n2026-10-01,en,lost_card,3\n');
    expect(await listFiles(join(root, 'content/tickets'))).toEqual(['zendesk.csv']);
  });

  it('needs --full or --changed for an export that lacks a part of the known tickets', async () => {
    const days = (ids: readonly number[]) =>
      lines(ids.map((id) => zendeskTicket({ id, created: `2026-11-0${1 + (id % 9)}T10:00:00Z` })));
    const all = Array.from({ length: 90 }, (_, id) => id + 1);
    const root = await folder({ 'all.json': days(all), 'some.json': days(all.filter((id) => id % 8 !== 5)) });
    await tell(root, 'import', 'all.json');
    const asked = await tell(root, 'import', 'some.json');
    expect(asked).toMatchObject({ code: 1, stdout: '' });
    expect(asked.stderr).toMatch(/add --full: the \d+ tickets.*\n.*add --changed:.*\n\nNothing was written\.\n$/);
    const both = await tell(root, 'import', 'some.json', '--full', '--changed');
    expect(both).toMatchObject({ code: 2 });
    const { stdout } = await tell(root, 'import', 'some.json', '--full');
    expect(stdout).toMatch(/^Taken as all tickets opened from 2026-11-01 to 2026-11-09, as --full says: /m);
    expect(stdout).toMatch(/^Compared with earlier imports: 0 added, 0 changed, \d+ removed, \d+ unchanged\.$/m);
    expect(stdout).toMatch(/^Check this: \d+ tickets were removed\./m);
  });

  it('names the line in which the counts or tickets.yaml are invalid', async () => {
    const root = await folder({
      [counts]: 'day,locale,category,tickets\n2026-10-01,en,lost_card\n',
      'content/tickets.yaml': 'sources:\n  zendesk:\n    categry: tag\n',
    });
    const { code, stderr } = await tell(root, 'import', 'export.json');
    expect(code).toBe(1);
    expect(stderr).toContain('tickets.yaml:3');
    expect(stderr).toContain('Did you mean "category"?');
    expect(stderr).toContain('tickets/zendesk.csv:2');
    expect(stderr).toMatch(/Nothing was written\.\n$/);
  });

  it('works on a content folder anywhere, and names it in the next steps', async () => {
    const root = await folder();
    const content = join(root, 'content');
    const { code, stdout } = await tell('/', 'import', join(root, 'export.json'), '--content', content);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\nNow run: npm run tickets -- report --content \S+content\n$/);
    expect(await listFiles(join(root, 'content/tickets'))).toEqual(['zendesk.csv']);
  });
});

const wordsFile = 'content/tickets/words.yaml';

describe('words of customers', () => {
  const endings = Array.from({ length: 10 }, (_, one) =>
    Array.from({ length: 6 }, (_, other) => `${'abcdefghij'[one]}${'klmnop'[other]}ra`),
  ).flat();
  const said = (category: string, message: (ending: string) => string) =>
    endings.map((ending, index) =>
      zendeskTicket({ category, subject: '', message: message(ending), created: `${dayOf(index)}T10:00:00Z` }),
    );
  const dayOf = (index: number) => `2026-11-0${2 + (index % 3)}`;
  // Everyone says it in their own words, and no one in those of the article.
  const messages = [
    ...said('lost_card', (ending) => `somebody nicked my wallet in ${ending} ${ending}ok`),
    ...said('card_late', (ending) => `the envelope is missing since ${ending} ${ending}ok`),
  ];
  const late = '---\ntitle: When it comes\ntopics: [card-late]\n---\n\nWait for a week.\n';
  const spoken = (files: Record<string, string> = {}) =>
    folder({ 'export.json': lines(messages), 'content/articles/en/cards/late.mdx': late, ...files });
  const wordsIn = async (root: string) => parse(await readFile(join(root, wordsFile), 'utf8'));
  /** What an import of them says and writes down, which is the same each time. */
  let learning: Promise<Ran & { words: Awaited<ReturnType<typeof wordsIn>> }> | undefined;
  function learned() {
    learning ??= spoken().then(async (root) => {
      const ran = await tell(root, 'import', 'export.json');
      return { ...ran, words: await wordsIn(root) };
    });
    return learning;
  }

  it('are learned by topic and written to a readable file', async () => {
    const { code, stdout, words } = await learned();
    expect(code).toBe(0);
    expect(stdout).toContain(`Wrote ${wordsFile}.`);
    const { en } = words;
    expect(Object.keys(en['card-lost'])).toEqual(expect.arrayContaining(['nicked', 'wallet']));
    expect(Object.keys(en['card-late'])).toContain('envelope');
  });

  it('are tried on tickets held back from learning, in numbers only', async () => {
    const { stdout } = await learned();
    expect(stdout).toMatch(/English: \d+ words for 2 topics\.\n/);
    expect(stdout).toMatch(
      /Tested on \d\d tickets not used for learning: with these words, 100% find an article on their topic in the top 3 results \(\d+% without\), and 100% in first place \(\d+% without\)\./,
    );
    expect(stdout).not.toMatch(/nicked|envelope/);
  });

  it('are the same bytes for the same export, without words that are struck out', async () => {
    const root = await spoken();
    await tell(root, 'import', 'export.json');
    const before = await readFile(join(root, wordsFile), 'utf8');
    expect((await tell(root, 'import', 'export.json')).stdout).toContain(`${wordsFile} is unchanged.`);
    await writeFile(join(root, wordsFile), before.replace(/nicked: .*/, 'nicked: 0'));
    await tell(root, 'import', 'export.json');
    const { en } = await wordsIn(root);
    expect(en['card-lost'].nicked).toBe(0);
    expect(Object.keys(en['card-lost']).length).toBeGreaterThan(1);
  });

  it('of topics and languages that the export does not cover stay', async () => {
    const root = await spoken({ [wordsFile]: 'en:\n  card-lost:\n    gone: 2\nfi:\n  card-late:\n    kirje: 2\n' });
    await writeFile(join(root, 'export.json'), lines(messages.slice(60)));
    await tell(root, 'import', 'export.json');
    expect(await wordsIn(root)).toMatchObject({ en: { 'card-lost': { gone: 2 } }, fi: { 'card-late': { kirje: 2 } } });
  });

  it('are not learned if that is turned off, or if the tickets have no text', async () => {
    const root = await spoken({ 'table.csv': 'id,created,category\n1,2026-11-02,lost_card\n' });
    expect((await tell(root, 'import', 'export.json', '--no-words')).stdout).not.toContain('ustomer words');
    expect((await tell(root, 'import', 'table.csv')).stdout).toContain('Customer words: none learned');
    expect(await listFiles(join(root, 'content/tickets'))).toEqual(['csv.csv', 'zendesk.csv']);
  });

  it('are found in tables too, in the columns of the subject and the message', async () => {
    const rows = messages.map(({ id, description, requester_id, custom_fields: [, field] }, index) =>
      [id, dayOf(index), requester_id, field?.value, 'hello', description].join(','),
    );
    const root = await spoken({ 'table.csv': `id,created,requester_id,category,Subject,Text\n${rows.join('\n')}\n` });
    await tell(root, 'import', 'table.csv');
    expect(Object.keys((await wordsIn(root)).en['card-lost'])).toContain('wallet');
  });

  it('count people, however their addresses are written, and only if they used a word on three days', async () => {
    const anna = [
      'anna.v@gmail.com',
      'Anna.V@Gmail.com',
      ' annav@gmail.com ',
      '"Anna V <anna.v@googlemail.com>"',
      'anna.v+shop@gmail.com',
      'mailto:anna.v@gmail.com',
      '"bob@pilvi.example; anna.v@gmail.com"',
      '"anna.v@gmail.com; cleo@pilvi.example"',
    ];
    const row = (address: string, index: number, text: string, id = address, day = dayOf(index)) =>
      [day, id, address, 'lost_card', text].join(',');
    const rows = [
      ...anna.map((address, index) => row(address, index, 'about zebras', String(index))),
      ...anna.map((address, index) =>
        row(`p${index}@pilvi.example`, index, 'about yachts', `"${address.replaceAll('"', '')}"`),
      ),
      ...anna.map((_, index) => row(`q${index}@pilvi.example`, index, 'about xylophones', `q${index}`, '2026-11-02')),
      ...anna.map((_, index) => row(`r${index}@pilvi.example`, index, 'about wallets', `r${index}`)),
      ...anna.map((_, index) =>
        row(`s${index}@pilvi.example`, index, 'nothing', `s${index}`).replace('lost_card', 'card_late'),
      ),
    ];
    const table = `id,created,requester id,requester email,category,text\n${rows.map((one, id) => `${id},${one}`).join('\n')}\n`;
    const root = await spoken({ 'table.csv': table });
    await tell(root, 'import', 'table.csv');
    const words = Object.keys((await wordsIn(root)).en['card-lost']);
    expect(words).toContain('wallets');
    expect(words.filter((word) => /zebra|yacht|xylophone/.test(word))).toEqual([]);
  });

  it('and counts are written together or not at all', async () => {
    const broken = 'en:\n  card-lost:\n    gone: often\n';
    const root = await spoken({ [wordsFile]: broken });
    const { code, stderr } = await tell(root, 'import', 'export.json');
    expect(code).toBe(1);
    expect(stderr).toContain('tickets/words.yaml:3');
    expect(stderr).toMatch(/Nothing was written\.\n$/);
    expect(await listFiles(join(root, 'content/tickets'))).toEqual(['words.yaml']);
    expect(await readFile(join(root, wordsFile), 'utf8')).toBe(broken);
  });
});

describe('tickets report', () => {
  let imported: string | undefined;
  /** The report on the counts of an import, which is the same for all. */
  async function reported(...words: string[]) {
    if (imported === undefined) {
      const first = await folder();
      await tell(first, 'import', 'export.json');
      imported = await readFile(join(first, counts), 'utf8');
    }
    const root = await folder({ [counts]: imported });
    return { root, ...(await tell(root, 'report', ...words)) };
  }

  it('lists articles to fix, missing articles and categories without a topic', async () => {
    const { code, stdout, stderr } = await reported();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Pilvi · 28 days to Sun 15 Nov 2026 · 51 tickets\nData: \S+ 1 to 15 Nov, too new to compare\./,
    );
    expect(stdout).toMatch(
      /THIS WEEK: 2 things[\s\S]+12 of them in Finnish, and no Finnish article[\s\S]+without a topic/,
    );
    expect(stdout).toMatch(/Topics with articles to fix: 1\n[\s\S]+ 27 +0 {2}card-lost {2}cards\/lost\n/);
    expect(stdout).toMatch(/Missing articles: 1\n[\s\S]+12 {2}card-lost {2}fi +translate cards\/lost into "fi"/);
    expect(stdout).toMatch(
      /Categories without a topic: 1\n[\s\S]+18 +0 {2}late_card_again {2}recurring: add "late_card_again" to "card-late"/,
    );
  });

  it('says why each row is listed, with the limit and a command to paste', async () => {
    const { stdout } = await reported();
    const why = stdout.slice(stdout.indexOf('Topics with articles'), stdout.indexOf('Competing'));
    for (const line of [
      'missing in fi, with 12 tickets in that language',
      'npm run new -- article --topic card-lost --locale fi',
      '12 of 27 tickets in fi, but no article in that language',
    ])
      expect(why).toMatch(new RegExp(`  ${line.replace(/[()[\]]/g, '\\$&')}\n`));
  });

  it('names articles that compete or are no longer needed, and the words of customers', async () => {
    const article = (title: string, topic: string) => `---\ntitle: ${title}\ntopics: [${topic}]\n---\n\nSo.\n`;
    const root = await folder({
      'content/articles/en/cards/stolen.mdx': article('Stolen', 'card-lost'),
      'content/articles/en/cards/late.mdx': article('Late', 'card-late'),
      'content/tickets/words.yaml': 'fi:\n  card-lost:\n    kortti katosi: 2\n',
      [counts]: `day,locale,category,tickets\n2026-08-01,en,card_late,1\n${[1, 8, 15]
        .map((day) => `2026-11-${String(day).padStart(2, '0')},fi,lost_card,4\n`)
        .join('')}`,
    });
    const { stdout } = await tell(root, 'report');
    expect(stdout).toMatch(
      /Topics with competing articles: 1\n[\s\S]+12 {2}card-lost {2}cards\/lost, cards\/stolen\n +2 articles in en, 12 tickets\n/,
    );
    expect(stdout).toMatch(
      /Quiet articles: 1\n[\s\S]+106 {2}cards\/late {2}card-late {2}no tickets on its topics for 106 days, the last on 2026-08-01\n/,
    );
    expect(stdout).toContain('customers say: kortti katosi\n');
    const elsewhere = await tell(await makeFolder({}), 'report', '--content', join(root, 'content'), '--markdown');
    expect(elsewhere.stdout).toContain('| 106 | `cards/late` | `card-late` | no tickets on its topics for 106 days');
    expect(elsewhere.stdout).toContain('customers say: kortti katosi');
    expect(elsewhere.stdout).toMatch(/--locale fi --content \S*\/content`/);
  });

  it('is the same as JSON, in the terminal and in .reports', async () => {
    const { root, stdout } = await reported('--json');
    const file = await readFile(join(root, '.reports/tickets.json'), 'utf8');
    expect(stdout).toBe(file);
    expect(JSON.parse(file)).toMatchObject({
      until: '2026-11-15',
      windowDays: 28,
      totals: { tickets: 51, previous: 0, topics: 2, recurring: 1, articles: 1, mapped: 33, unmapped: 18 },
      topics: [
        {
          id: 'card-lost',
          tickets: 27,
          recurs: true,
          trend: { ratio: null, low: null, high: null, verdict: 'too few to say' },
          locales: { en: 15, fi: 12 },
          articles: ['cards/lost'],
        },
        { id: 'card-late', tickets: 6, recurs: false },
      ],
      flagged: [
        {
          article: 'cards/lost',
          topics: ['card-lost'],
          tickets: 27,
          reasons: [{ code: 'recurs' }, { code: 'translation-missing' }],
        },
      ],
      gaps: [
        {
          topic: 'card-lost',
          locale: 'fi',
          tickets: 12,
          translates: 'cards/lost',
          command: 'npm run new -- article --topic card-lost --locale fi',
          reasons: [{ code: 'no-article' }],
        },
      ],
      unmapped: [
        {
          category: 'late_card_again',
          tickets: 18,
          recurs: true,
          nearest: 'card-late',
          reasons: [{ code: 'unclaimed' }],
        },
      ],
      overlap: [],
      quiet: [],
    });
  });

  it('is a page of Markdown for a pull request', async () => {
    const { stdout } = await reported('--markdown');
    expect(stdout).toMatch(/^# Tickets and articles\n/);
    expect(stdout).toContain(
      '| 27 | 0 | `card-lost` | `cards/lost`<br>missing in fi, with 12 tickets in that language |',
    );
    expect(stdout).toContain('<br>`npm run new -- article --topic card-lost --locale fi`<br>');
  });

  it('ends on another day if one is given', async () => {
    const { stdout } = await reported('--until', '2026-11-08');
    expect(stdout).toContain('28 days to Sun 8 Nov 2026 · 34 tickets');
  });

  it('says how to start if there are no tickets', async () => {
    const { code, stdout } = await tell(await folder(), 'report');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'No tickets counted yet. Export them from your help desk, then run: npm run tickets -- import FILE\n',
    });
  });

  it('is not written if the content or the counts cannot be read', async () => {
    const broken: Record<string, string>[] = [{ 'content/site.yaml': 'name: 1\n' }, { [counts]: 'nothing\n' }];
    for (const files of broken) {
      const root = await folder(files);
      const { code, stdout, stderr } = await tell(root, 'report');
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/Nothing was written\.\n$/);
      expect(await listFiles(join(root, '.reports'))).toEqual([]);
    }
  });
});

describe('wrong usage', () => {
  it.each([
    [[], 'Name a command: import, report, replay, issue, or sql.'],
    [['imprt'], 'Unknown command "imprt". Did you mean "import"?'],
    [['import'], 'Name at least one file to import.'],
    [
      ['import', 'a.json', '--until', '2026-11-15'],
      'Unknown option --until. It belongs to "npm run tickets -- report".',
    ],
    [['import', 'a.json', '--from', 'My Desk'], '--from is "My Desk"'],
    [['import', 'a.json', '--form', 'x'], 'Unknown option --form. Did you mean --from?'],
    [['report', '--from', 'x'], 'Unknown option --from. It belongs to "npm run tickets -- import".'],
    [['report', '--no-words'], 'Unknown option --no-words. It belongs to "npm run tickets -- import".'],
    [['report', 'a.json'], 'Unexpected argument "a.json".'],
    [['report', '--until', '2026-02-30'], '--until is "2026-02-30"'],
    [['report', '--json', '--markdown'], 'Use only one of'],
  ])('%j is explained, with where to find help', async (words, message) => {
    const { code, stdout, stderr } = await tell(await folder(), ...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/\n\nFor help, run: npm run tickets -- (?:\w+ )?--help\n$/);
  });

  it('--help is none', async () => {
    const { code, stdout } = await tell(await folder(), '--help');
    expect(code).toBe(0);
    expect(stdout).toContain('npm run tickets -- COMMAND');
  });
});
