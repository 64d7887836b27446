import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readTheme } from '#io/content/read-theme.ts';
import { listFiles } from '#io/machine/files.ts';
import { makeFolder } from '../../folder.ts';
import { engine, run } from '../../run.ts';
import { content } from '../../tickets.ts';

const font = join(engine, 'tests/fixtures/fonts/open-sans-letters.ttf');
const square = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8z"/></svg>';
const folder = (files: Record<string, string> = {}) => makeFolder({ ...content, 'logo.svg': square, ...files });
const begin = (cwd: string, ...told: string[]) => run('new', ['theme', ...told], cwd);

describe('npm run new -- theme', () => {
  it('writes a theme that passes the check, says what was decided, and what to do next', async () => {
    const root = await folder();
    const { code, stdout, stderr } = await begin(root, 'acme', '--brand', '#0a7cff', '--logo', 'logo.svg');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`Wrote themes/acme: favicon.svg, logo.svg, theme.css, theme.yaml.
The brand color is #0071f3 instead of #0a7cff: text on #0a7cff would have a contrast of only 3.93, and 4.5 is the minimum.
The logo is used in light and dark mode. To use another one in dark mode, add --logo-dark.
Next: npm run dev -- --theme acme
      npm run check -- --theme acme
      To make it the theme of your site, set "theme: acme" in site.yaml.
`);
    expect(await listFiles(join(root, 'themes/acme'))).toEqual(['favicon.svg', 'logo.svg', 'theme.css', 'theme.yaml']);
    const checked = await run('check', ['--theme', 'acme', '--json'], root);
    expect({ code: checked.code, theme: checked.stdout.includes('themes/') }).toEqual({ code: 0, theme: false });
  });

  it('explains everything in few lines', async () => {
    const root = await folder();
    await begin(root, 'acme', '--brand', '#0a7cff', '--font', font, '--logo', 'logo.svg');
    const yaml = await readFile(join(root, 'themes/acme/theme.yaml'), 'utf8');
    expect(yaml.split('\n').length).toBeLessThan(60);
    expect(yaml.split('\n').filter((line) => line.length > 120)).toEqual([]);
    expect(yaml).toContain('# The brand color is #0071f3 instead of #0a7cff');
    const css = await readFile(join(root, 'themes/acme/theme.css'), 'utf8');
    expect(css.split('\n').filter((line) => line.length > 120)).toEqual([]);
    // An empty block is what the lint of the engine, which looks at themes too, does not let pass.
    expect(css).not.toMatch(/\{\s*\}/);
  });

  it('makes fonts small, loads the first at once, and says which languages they lack', async () => {
    const root = await folder({ 'content/site.yaml': 'name: Pilvi\nlocales: [en, fi, hr, fa]\ndefaultLocale: en\n' });
    const { stdout } = await begin(root, 'acme', '--brand', 'teal', '--font', font);
    expect(stdout).toMatch(
      /open-sans-letters\.ttf: Open Sans SemiBold 600, reduced to \d+ KB\. It has no letters for hr, fa, so readers/,
    );
    const { fonts } = parse(await readFile(join(root, 'themes/acme/theme.yaml'), 'utf8'));
    expect(fonts).toMatchObject({
      body: "'Open Sans SemiBold', system-ui, sans-serif",
      files: [
        { family: 'Open Sans SemiBold', file: 'fonts/open-sans-semibold-600.woff2', weight: '600', preload: true },
      ],
    });
    const { findings } = await readTheme('acme', join(root, 'content'));
    expect(findings).toEqual([]);
  });

  it('accepts a font family of readers’ devices', async () => {
    const root = await folder();
    await begin(root, 'acme', '--brand', 'teal', '--font', 'Georgia, serif');
    expect(parse(await readFile(join(root, 'themes/acme/theme.yaml'), 'utf8')).fonts).toEqual({
      body: 'Georgia, serif',
    });
  });

  it('accepts a favicon, and a logo for each mode', async () => {
    const root = await folder();
    const pictures = ['--logo', 'logo.svg', '--logo-dark', 'logo.svg', '--favicon', 'logo.svg'];
    await begin(root, 'acme', '--brand', 'teal', ...pictures);
    expect(await readFile(join(root, 'themes/acme/favicon.svg'), 'utf8')).toBe(square);
    const { logo } = parse(await readFile(join(root, 'themes/acme/theme.yaml'), 'utf8'));
    expect(logo).toEqual({ light: 'logo.svg', dark: 'logo-dark.svg' });
  });

  it('is complete and readable, whatever the color', async () => {
    const root = await folder();
    const brands = ['#ffe600', '#000', '#fff', '#39ff14', '#808080', 'rgb(10 124 255 / 0.5)', 'oklch(75% 0.3 150)'];
    for (const [index, brand] of brands.entries()) {
      expect((await begin(root, `brand-${index}`, '--brand', brand)).code).toBe(0);
      expect((await readTheme(`brand-${index}`, join(root, 'content'))).findings).toEqual([]);
    }
  });

  it('is written next to the content folder that is named', async () => {
    const root = await folder();
    const elsewhere = await makeFolder({});
    const named = join(root, 'content');
    const { stdout } = await begin(elsewhere, 'acme', '--brand', 'teal', '--content', named);
    expect(stdout).toContain(`Next: npm run dev -- --theme acme --content ${named}\n`);
    expect(await listFiles(elsewhere)).toEqual([]);
    expect(await listFiles(join(root, 'themes/acme'))).toContain('theme.yaml');
  });
});

describe('what it refuses', () => {
  it.each([
    ['a name that is taken', ['acme', '--brand', 'teal'], 'There is already a theme at themes/acme.'],
    ['the name of a theme of the engine', ['plain', '--brand', 'teal'], 'There is already a theme at '],
    [
      'a logo that is no picture',
      ['new', '--brand', 'teal', '--logo', 'content/site.yaml'],
      "isn't an image that browsers can show",
    ],
    ['a font that is none', ['new', '--brand', 'teal', '--font', './logo.svg'], "isn't a font"],
    [
      'two files of one font',
      ['new', '--brand', 'teal', '--font', font, '--font', font],
      'are both Open Sans SemiBold 600 normal',
    ],
  ])('%s', async (_, told, message) => {
    const root = await folder();
    await mkdir(join(root, 'themes/acme'), { recursive: true });
    const { code, stdout, stderr } = await begin(root, ...told);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/Nothing was written\.\n$/);
    expect(await listFiles(join(root, 'themes'))).toEqual([]);
  });

  it.each([
    [[], 'Name the theme, such as acme.\nName your brand color with --brand'],
    [['--brand', 'teal'], 'Name the theme, such as acme.'],
    [['Acme', '--brand', 'teal'], '"Acme" can\'t be the name of a theme.'],
    [['../acme', '--brand', 'teal'], '"../acme" can\'t be the name of a theme.'],
    [['acme', '--brand', 'pilvi'], '--brand is "pilvi", which isn\'t a color.'],
    [['acme', '--brand', '0a7cff'], 'Write "#0a7cff", in quotes.'],
    [['acme', '--brand', 'teal', '--logo', 'gone.svg'], '--logo is "gone.svg", but there is no such file.'],
    [['acme', '--brand', 'teal', '--logo-dark', 'logo.svg'], 'Name the one for light mode with --logo'],
    [['acme', '--brand', 'teal', '--font', 'Inter;x'], 'Name a font file, or a CSS font family'],
    [['acme', '--brand', 'teal', '--font', 'Inter', '--font', font], 'Name font files, or one font family'],
    [['acme', 'more', '--brand', 'teal'], 'Unexpected argument "more".'],
    [['acme', '--brand', 'teal', '--topic', 'x'], 'Unknown option --topic. It belongs to "npm run new -- article".'],
  ])('wrong usage: %j', async (told, message) => {
    const root = await folder();
    const { code, stdout, stderr } = await begin(root, ...told);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(await listFiles(join(root, 'themes'))).toEqual([]);
  });

  it('reports all mistakes at once', async () => {
    const root = await folder();
    const told = [
      'Acme',
      '--brand',
      'pilvi',
      '--logo',
      'gone.svg',
      '--favicon',
      'content/site.yaml',
      '--font',
      './logo.svg',
    ];
    const { code, stderr } = await begin(root, ...told);
    expect(code).toBe(2);
    const says = stderr.trim().split('\n\n').at(0) ?? '';
    expect(says.split('\n')).toEqual([
      expect.stringContaining('"Acme" can\'t be the name of a theme.'),
      expect.stringContaining('--brand is "pilvi", which isn\'t a color.'),
      expect.stringContaining('--logo is "gone.svg", but there is no such file.'),
      expect.stringContaining('--favicon is "content/site.yaml", which isn\'t an image'),
      expect.stringContaining('--font is "./logo.svg", which isn\'t a font.'),
    ]);
  });
});
