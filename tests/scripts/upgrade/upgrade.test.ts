import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '#io/machine/files.ts';
import { makeFolder } from '../../folder.ts';
import { run } from '../../run.ts';

function git(root: string, ...words: string[]): void {
  execFileSync('git', ['-C', root, '-c', 'user.name=Test', '-c', 'user.email=test@pilvi.example', ...words]);
}

function commitAll(root: string): void {
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--message', 'Change');
}

/** A project as it is started today. */
async function makeProject(): Promise<string> {
  const root = join(await makeFolder({}), 'help');
  expect((await run('new', ['site', root, '--engine', '^0.1.0'])).code).toBe(0);
  git(root, 'init', '--quiet');
  commitAll(root);
  return root;
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

/** The same project as an earlier version would have started it, with changes of the company's. */
async function makeOldProject(): Promise<string> {
  const root = await makeProject();
  await edit(join(root, 'package.json'), (text) =>
    text
      .replace(/ {4}"move": "ohje move",\n/, '')
      .replace(/ {4}"pictures": "ohje pictures",\n/, '    "photos": "ohje  pictures --most 3",\n')
      .replaceAll('  ', '\t'),
  );
  await edit(join(root, '.vscode/settings.json'), (text) =>
    text.replace(/.*facts\.json.*\n/, '').replace('{\n', '{\n  // ours\n'),
  );
  await writeFile(join(root, '.gitignore'), '/node_modules\ndist\nsecrets.txt');
  commitAll(root);
  return root;
}

describe('npm run upgrade', () => {
  it('has nothing to change in a new project', async () => {
    const root = await makeProject();
    expect(await run('upgrade', [], root)).toEqual({ code: 0, stdout: 'Nothing to change.\n', stderr: '' });
  });

  it('prints what an old project lacks, changes it with --write, and then finds nothing', async () => {
    const root = await makeOldProject();
    const printed = await run('upgrade', [], root);
    expect(printed.code).toBe(1);
    expect(printed.stdout).toBe(`package.json
  The script move is missing.
  To change it, run: npm run upgrade -- --write

.vscode/settings.json
  Your editor doesn't know the schemas facts yet.
  To change it, run: npm run upgrade -- --write

.gitignore
  dist-internal/, dist-parts/, .ohje/, .reports/ aren't ignored by git.
  To change it, run: npm run upgrade -- --write

3 things to change.
`);
    expect(JSON.parse((await run('upgrade', ['--json'], root)).stdout)[0]).toEqual({
      path: 'package.json',
      says: 'The script move is missing.',
      fix: 'To change it, run: npm run upgrade -- --write',
      safe: true,
    });
    execFileSync('git', ['-C', root, 'diff', '--exit-code']);
    const written = await run('upgrade', ['--write'], root);
    expect(written.code).toBe(0);
    expect(written.stdout).toMatch(/^Changed package\.json: .*\n[\s\S]*\nNothing else to change\.\n$/);
    expect(await readFile(join(root, 'package.json'), 'utf8')).toMatch(/\n\t\t"move": "ohje move"\n\t\},/);
    expect(await readFile(join(root, '.vscode/settings.json'), 'utf8')).toMatch(
      /^\{\n {2}\/\/ ours\n[\s\S]*facts\.json": "content\/facts\.yaml"/,
    );
    expect(await readFile(join(root, '.gitignore'), 'utf8')).toBe(
      '/node_modules\ndist\nsecrets.txt\ndist-internal/\ndist-parts/\n.ohje/\n.reports/\n',
    );
    expect((await run('upgrade', [], root)).stdout).toBe('Nothing to change.\n');
  });

  it('leaves files alone that have changes which are not committed, unless it is forced', async () => {
    const root = await makeOldProject();
    await edit(join(root, '.gitignore'), (text) => `${text}\nmine`);
    const before = await readFile(join(root, 'package.json'), 'utf8');
    const refused = await run('upgrade', ['--write'], root);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toBe(
      '.gitignore: not everything is committed. Commit your changes first, or use --force. Nothing was written.\n',
    );
    expect(await readFile(join(root, 'package.json'), 'utf8')).toBe(before);
    expect((await run('upgrade', ['--write', '--force'], root)).code).toBe(0);
    expect(await readFile(join(root, '.gitignore'), 'utf8')).toContain('\nmine\n');
    expect((await run('upgrade', ['--force'], root)).code).toBe(2);
  });

  it('names workflows of an earlier version, and content that is now an error, and changes neither', async () => {
    const root = await makeProject();
    expect((await run('new', ['workflow', 'github'], root)).code).toBe(0);
    expect((await run('upgrade', [], root)).code).toBe(0);
    await edit(join(root, '.github/workflows/help-center-check.yml'), (text) =>
      text.replace('ubuntu-24.04', 'ubuntu-22.04'),
    );
    await edit(join(root, 'content/site.yaml'), (text) => `${text}oldKey: 1\n`);
    commitAll(root);
    const { code, stdout } = await run('upgrade', ['--write'], root);
    expect(code).toBe(1);
    expect(stdout).toContain('If you changed nothing in it, run: npm run new -- workflow github --write . --force');
    expect(stdout).toMatch(/^content\/site\.yaml:\d+\n {2}.*oldKey/m);
    execFileSync('git', ['-C', root, 'diff', '--exit-code']);
  });

  it('says how to move out of a copy of the repository, and changes nothing there', async () => {
    const root = await makeFolder({
      'package.json': '{ "name": "ohje", "scripts": {}, "dependencies": { "ohje": "1" } }',
      'src/kb/x.ts': '',
      'scripts/check.ts': '',
      'content/site.yaml': 'name: Pilvi\nlocales: [en]\ndefaultLocale: en\n',
      'content/articles/en/cards/order.mdx': '---\ntitle: Order a card\n---\n\nOpen **Cards**.\n',
    });
    const files = await listFiles(root);
    const { code, stdout } = await run('upgrade', [], root);
    expect(code).toBe(1);
    expect(stdout).toMatch(/npm run new -- site \.\.\/\S+-help --from \./);
    expect(await listFiles(root)).toEqual(files);
  });
});
