import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '#io/machine/files.ts';
import { articleText, makeFolder, siteYaml } from '../folder.ts';
import { run } from '../run.ts';

const content = { 'content/site.yaml': siteYaml, 'content/articles/en/cards/order.mdx': articleText() };
const shots = (folder: string, ...words: string[]) =>
  run('theme', ['shots', ...words, '--content', join(folder, 'content')], folder);

describe('theme', () => {
  it.each([
    [[], 'Name a command: shots.'],
    [['paint'], 'Unknown command "paint". Use shots.'],
    [['shots'], 'Missing argument NAME: name of the theme, such as acme.'],
    [['shots', 'plain', 'lumo'], 'Unexpected argument "lumo".'],
    [['shots', 'plain', '--mode', 'dark'], 'Unknown option --mode.'],
    [
      ['shots', 'plain', '--pages', 'home,artikle'],
      '--pages names "artikle", which is not a page. Did you mean "article"?',
    ],
  ])('%j is wrong usage', async (words, says) => {
    const { code, stderr } = await run('theme', words);
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/\n\nFor help, run: npm run theme -- (?:shots )?--help\n$/);
    expect(code).toBe(2);
  });

  it('says how to use it', async () => {
    expect(await run('theme', ['--help'])).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('theme shots', () => {
  it('takes no screenshots of an unknown theme, and suggests the nearest', async () => {
    const folder = await makeFolder(content);
    const { code, stderr, stdout } = await shots(folder, 'plane');
    expect(stderr).toContain('There is no theme "plane".');
    expect(stderr).toContain('plain');
    expect(stderr).toMatch(/No screenshots were taken\.\n$/);
    expect([code, stdout]).toEqual([1, '']);
  });

  it('takes no screenshots of a theme that a build would refuse', async () => {
    const folder = await makeFolder({
      ...content,
      'themes/pale/theme.yaml': 'version: 1\ncolors: { text: "#eeeeee" }\n',
    });
    const { code, stderr } = await shots(folder, 'pale');
    expect(stderr).toContain('has a contrast of');
    expect(code).toBe(1);
    expect((await listFiles(folder)).filter((file) => file.endsWith('.png'))).toEqual([]);
  });

  it('leaves a folder alone that holds something else', async () => {
    const folder = await makeFolder({ ...content, 'mine/letter.txt': 'Dear' });
    const { code, stderr } = await shots(folder, 'plain', '--out', 'mine');
    expect(stderr).toBe(
      '--out is "mine", which contains other files than screenshots. Name a new folder, or empty this one. No screenshots were taken.\n',
    );
    expect(code).toBe(1);
    expect(await readFile(join(folder, 'mine/letter.txt'), 'utf8')).toBe('Dear');
  });

  it('writes a picture of each page in every look, and a page that shows them all', { timeout: 180_000 }, async () => {
    const folder = await makeFolder({ ...content, '.reports/theme/plain/home-tablet.png': 'of before' });
    const { code, stderr, stdout } = await shots(folder, 'plain', '--pages', 'home,not-found');
    expect(stderr).toBe('');
    expect(stdout).toBe(
      'Took 19 screenshots of the theme "plain". To view them, open .reports/theme/plain/index.html.\n',
    );
    expect(code).toBe(0);
    const looks = ['desktop', 'phone'].flatMap((device) =>
      ['dark', 'light'].flatMap((mode) => ['ltr', 'rtl'].map((dir) => `${device}-${mode}-${dir}`)),
    );
    const expected = ['home', 'not-found'].flatMap((kind) => looks.map((look) => `${kind}-${look}.png`));
    const out = join(folder, '.reports/theme/plain');
    const files = ['contrasts.png', 'fonts.png', 'tokens.png', ...expected].sort();
    expect((await listFiles(out)).sort()).toEqual([...files, 'index.html'].sort());
    const page = await readFile(join(out, 'index.html'), 'utf8');
    expect([...page.matchAll(/<img src="([^"]+)"/g)].map(([, file]) => file).sort()).toEqual(files);
    expect(page).toContain('alt="Home: Phone · Light · Right to left"');
    const widths = [];
    for (const look of ['phone-light-rtl', 'desktop-dark-ltr'])
      widths.push((await readFile(join(out, `home-${look}.png`))).readUInt32BE(16));
    expect(widths).toEqual([390, 1280]);
  });
});
