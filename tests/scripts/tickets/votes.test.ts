import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '#io/machine/files.ts';
import { makeFolder } from '../../folder.ts';
import { run } from '../../run.ts';
import { content } from '../../tickets.ts';

const log = `time,article,locale,helpful,reason,comment
2026-11-01T10:00:00Z,cards/lost,en,yes,,Thanks says canary
2026-11-02T10:00:00Z,/fi/cards/lost/,,no,unclear,I am canary@mail.example
2026-11-02T10:00:00Z,cards/gone,en,no,,
`;

describe('tickets import --votes', () => {
  it('writes the votes, and names their scale and what was left out', async () => {
    const root = await makeFolder({ ...content, 'log.csv': log });
    const { code, stdout, stderr } = await run('tickets', ['import', '--votes', 'log.csv'], root);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "Read 3 rows from log.csv: 2 votes on 1 article, from 2026-11-01 to 2026-11-02.
        helpful    1  answered yes
        unhelpful  1  1 of them with a reason
      Left out 1 vote for 1 article that doesn't exist here.

      Wrote content/tickets/votes.csv. It replaces all votes imported before.
      Now run: npm run tickets -- report
      "
    `);
    expect(await readFile(join(root, 'content/tickets/votes.csv'), 'utf8')).toMatchInlineSnapshot(`
      "day,locale,article,section,reason,helpful,unhelpful
      2026-11-01,en,cards/lost,,,1,0
      2026-11-02,fi,cards/lost,,unclear,0,1
      "
    `);
    expect(await readFile(join(root, 'content/tickets/votes.csv'), 'utf8')).not.toContain('canary');
  });

  it('writes nothing if a line is broken', async () => {
    const root = await makeFolder({ ...content, 'log.csv': log.replace('yes', 'perhaps') });
    const { code, stdout, stderr } = await run('tickets', ['import', '--votes', 'log.csv'], root);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      'log.csv:2: "perhaps" isn\'t yes or no.\n  Write yes or no, true or false, 1 or 0, up or down, helpful or unhelpful.\n\nNothing was written.\n',
    );
    expect(await listFiles(join(root, 'content/tickets'))).toEqual([]);
  });

  it.each([
    [['import', '--votes', 'a.csv', '--from', 'desk']],
    [['import', '--votes', 'a.csv', '--searches', 'b.csv']],
    [['import', '--votes', 'a.csv', '--day', 'today']],
    [['import', '--searches', 'a.csv', '--day', '2026-11-15']],
    [['import', 'a.json', '--from', 'votes']],
    [['report', '--votes', 'a.csv']],
  ])('%j is wrong usage', async (words) => {
    expect(await run('tickets', words, await makeFolder(content))).toMatchObject({ code: 2, stdout: '' });
  });
});
