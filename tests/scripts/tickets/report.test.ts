import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../folder.ts';
import { weeklyCounts } from '../../report/make-report.ts';
import { run } from '../../run.ts';
import { content } from '../../tickets.ts';

const counts = ['day,locale,category,tickets']
  .concat(
    [...weeklyCounts('lost_card', 8), ...weeklyCounts('lost_card', 5, 8, 'fi'), ...weeklyCounts('new "word"', 7)]
      .sort((a, b) => a.day.localeCompare(b.day))
      .map(({ day, locale, category, tickets }) => `${day},${locale},"${category.replaceAll('"', '""')}",${tickets}`),
  )
  .join('\n');

async function report(words: readonly string[], limits = '', files: Record<string, string> = {}) {
  const root = await makeFolder({
    ...content,
    'content/site.yaml': `${content['content/site.yaml']}${limits}`,
    'content/tickets/desk.csv': `${counts}\n`,
    ...files,
  });
  return { root, ...(await run('tickets', ['report', ...words], root)) };
}

describe('tickets report --html', () => {
  it('writes one page, completely or not at all, and summarizes it', async () => {
    const { root, code, stdout, stderr } = await report(['--html', 'out/report.html']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Pilvi · 28 days to Sun 15 Nov 2026 · 80 tickets[\s\S]+\nWrote out\/report\.html\.\n$/);
    expect(await readdir(join(root, 'out'))).toEqual(['report.html']);
    expect(await readFile(join(root, 'out/report.html'), 'utf8')).toMatch(
      /^<!doctype html>[\s\S]+new "word"[\s\S]+<\/html>\n$/,
    );
  });

  it('does not change the other forms in the terminal', async () => {
    const { root, stdout } = await report(['--html', 'report.html', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ until: '2026-11-15' });
    expect(await readdir(root)).toContain('report.html');
  });

  it('names the file that cannot be written', async () => {
    const { code, stderr } = await report(['--html', 'content/site.yaml/report.html']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/content\/site\.yaml\/report\.html was not written\.\n$/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('tickets report --annotations', () => {
  it('github: a line each, on the article and on the line of the topic', async () => {
    const { code, stdout } = await report(['--annotations', 'github']);
    expect(code).toBe(0);
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(
        /^::warning file=content\/topics\.yaml,line=2,title=card-lost%3A 20 tickets.*::Translate cards\/lost into /,
      ),
      expect.stringMatching(/^::warning file=content\/articles\/en\/cards\/lost\.mdx,line=1,title=52 tickets.*::/),
      '',
    ]);
  });

  it('gitlab: a Code Quality report and nothing else', async () => {
    const { code, stdout } = await report(['--annotations', 'gitlab'], 'limits: { gapTickets: 10 }\n');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { severity: 'major', location: { path: 'content/topics.yaml', lines: { begin: 2 } } },
      { severity: 'minor', location: { path: 'content/articles/en/cards/lost.mdx', lines: { begin: 1 } } },
    ]);
  });
});

describe('limits', () => {
  it('fail the report, which says what exceeds them and what to do', async () => {
    const limits = 'limits: { gapTickets: 19, flaggedTickets: 51, unmappedTickets: 27 }\n';
    const { code, stdout, stderr } = await report(['--json'], limits);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ until: '2026-11-15' });
    expect(stderr).toBe(`The topics of cards/lost have 52 tickets, over the limit of 51 (limits.flaggedTickets).
  Read the newest tickets on them, then fix what cards/lost gets wrong or leaves out.
The category "new \\"word\\"" isn't in any topic and has 28 tickets, over the limit of 27 (limits.unmappedTickets).
  Add "new \\"word\\"" to the categories of a topic in topics.yaml.
The topic card-lost has no article in "fi" and 20 tickets, over the limit of 19 (limits.gapTickets).
  Write an article in "fi" and set "topics: [card-lost]".
Over the limits in site.yaml: 3.
`);
  });

  it('let the report pass if they are not exceeded', async () => {
    const { code, stderr } = await report([], 'limits: { gapTickets: 20, flaggedTickets: 52 }\n');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('that are invalid are reported with their line', async () => {
    const { code, stderr } = await report([], 'limits: { gapTicket: 20 }\n');
    expect(code).toBe(1);
    expect(stderr).toContain('site.yaml:4');
  });
});

describe('wrong usage of tickets report', () => {
  it.each([
    [['report', '--annotations', 'bitbucket'], '--annotations is "bitbucket". Use github, gitlab, or sarif.'],
    [['report', '--annotations', 'toString'], '--annotations is "toString"'],
    [['report', '--annotations', 'github', '--json'], 'Use only one of --json, --markdown, and --annotations.'],
    [['report', '--html', ''], 'Option --html needs a value.'],
    [['import', 'a.json', '--html', 'x.html'], 'Unknown option --html. It belongs to "npm run tickets -- report".'],
  ])('%j is explained', async (words, message) => {
    const { code, stdout, stderr } = await run('tickets', words, await makeFolder(content));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
