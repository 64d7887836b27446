import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../folder.ts';
import { run } from '../../run.ts';

describe('npm run lint:prose', () => {
  it('names the place, the word and what to write, and fails', async () => {
    const folder = await makeFolder({
      'page.md': '# A page\n\nIt is so\nthat nobody knows the\nthe rest.\n',
      'page.mdx': 'Never </close>\n',
    });
    const { code, stdout, stderr } = await run('lint/prose', [join(folder, 'page.md'), join(folder, 'page.mdx')]);
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout.replaceAll(`${folder}/`, '')).toMatchInlineSnapshot(`
      "page.md:3:7 "so that". Write: so.
      page.md:4:6 "nobody". Write: no one.
      page.md:4:19 "the the". Write: the.
      page.mdx:1:1 The file cannot be parsed: 1:7: Unexpected closing tag \`</close>\`, expected an open tag first (mdx-jsx:unexpected-character)

      4 problems in 2 files.
      "
    `);
  });

  it('says that nothing was found', async () => {
    const folder = await makeFolder({ 'page.md': 'No one knows.\n' });
    expect(await run('lint/prose', [join(folder, 'page.md')])).toEqual({
      code: 0,
      stdout: 'No problems found in 1 file.\n',
      stderr: '',
    });
  });

  it('refuses a path that does not exist', async () => {
    const { code, stderr } = await run('lint/prose', ['no/such/file.md']);
    expect(code).toBe(2);
    expect(stderr).toContain('There is no file or folder "no/such/file.md".');
  });

  it('reads the files of a folder that hold English', async () => {
    const { stdout } = await run('lint/prose', ['src/ui/strings']);
    expect(stdout).toMatch(/\bfiles?\b/);
    expect(stdout).not.toContain('fi.yaml');
  });
});
