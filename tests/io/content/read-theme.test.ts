import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTheme, themeDir } from '#io/content/read-theme.ts';
import { engineDir } from '#io/machine/engine.ts';
import { makeFolder } from '../../folder.ts';

async function theme(yaml: string | undefined, name = 'acme', files: Record<string, string> = {}) {
  const root = await makeFolder({
    'content/site.yaml': '',
    ...(yaml === undefined ? {} : { 'themes/acme/theme.yaml': yaml }),
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`themes/acme/${path}`, text])),
  });
  return { root, ...(await readTheme(name, join(root, 'content'))) };
}

describe('a theme', () => {
  it('can be next to the content folder', async () => {
    const { root, folder, findings } = await theme('version: 1\ncolors: { brand: "#5b34a6" }\n');
    expect(findings).toEqual([]);
    expect(folder?.dir).toBe(join(root, 'themes/acme'));
    expect(folder?.theme.colors.brand).toEqual({ light: '#5b34a6', dark: '#5b34a6' });
  });

  it('or one of the engine’s', async () => {
    const { folder } = await theme(undefined, 'plain');
    expect(folder?.dir).toBe(join(engineDir, 'themes/plain'));
  });

  it('of the company comes before the engine’s of the same name', async () => {
    const root = await makeFolder({ 'content/site.yaml': '', 'themes/plain/theme.yaml': 'version: 1\n' });
    expect(themeDir('plain', join(root, 'content'))).toBe(join(root, 'themes/plain'));
  });

  it.each(['plain', 'lumo'])('of the engine is complete: %s', async (name) => {
    expect((await readTheme(name, join(engineDir, 'content'))).findings).toEqual([]);
  });
});

describe('a style sheet that theme.css imports', () => {
  it('is checked like theme.css, and so are those that it imports', async () => {
    const { findings } = await theme('version: 1\n', 'acme', {
      'theme.css': '@import "./styles/other.css";\n',
      'styles/other.css': '@import url("../more.css") screen;\n@import "./other.css";\n',
      'more.css': '\nbody { background: url(http://evil.example/a.png) }\n',
    });
    expect(findings).toMatchObject([{ code: 'theme-remote', path: 'themes/acme/more.css', line: 2 }]);
  });

  it('has addresses from its own folder on', async () => {
    const { findings } = await theme('version: 1\n', 'acme', {
      'theme.css': '@import "styles/other.css";\n',
      'styles/other.css': 'a { background: url(a.svg) }\nb { background: url(../a.svg) }\n',
      'styles/a.svg': '<svg/>',
    });
    expect(findings).toMatchObject([{ code: 'theme-missing', path: 'themes/acme/styles/other.css', line: 2 }]);
  });
});

describe('a logo', () => {
  it('that is not what its name says, or could run, is reported', async () => {
    const { findings } = await theme('version: 1\nlogo: logo.png\nfavicon: icon.html\n', 'acme', {
      'logo.png': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'icon.html': '<p>a</p>',
    });
    expect(findings).toMatchObject([
      { code: 'file-type-wrong', path: 'themes/acme/logo.png' },
      { code: 'file-unsafe', path: 'themes/acme/icon.html' },
    ]);
  });
});

describe('a theme that does not exist', () => {
  it('is reported with the nearest name', async () => {
    const { folder, findings } = await theme(undefined, 'plian');
    expect(folder).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'theme-missing', path: 'themes/plian/theme.yaml' }]);
    expect(findings[0]?.fix).toContain('"plain"');
  });

  it('is reported with the company’s own themes too', async () => {
    expect((await theme('version: 1\n', 'acmee')).findings[0]?.fix).toContain('"acme"');
  });

  it.each(['../acme', '/etc', '..', '.', '', 'acme/', 'a b', '__proto__'])(
    'is never looked for elsewhere: "%s"',
    async (name) => {
      expect((await theme('version: 1\n', name)).findings).toMatchObject([{ code: 'theme-missing' }]);
    },
  );
});

describe('an invalid theme', () => {
  it.each([
    ['a colour', 'version: 1\ncolors:\n  brand: pilvi blue\n', 'theme-invalid', 3],
    ['a key', 'version: 1\ncolours: {}\n', 'theme-invalid', 2],
    ['YAML', 'version: 1\n\tname: x\n', 'theme-invalid', 2],
    ['a contrast', 'version: 1\ncolors:\n  onBrand: { light: "#777777", dark: "#ffffff" }\n', 'theme-contrast', 3],
    [
      'a contrast with a colour that it leaves out',
      'version: 1\ncolors:\n  surface: { light: "#14171b", dark: "#14171b" }\n',
      'theme-contrast',
      undefined,
    ],
  ])('is reported with its file and line: %s', async (_, yaml, code, line) => {
    const { findings } = await theme(yaml);
    expect(findings[0]).toMatchObject({ code, path: 'themes/acme/theme.yaml' });
    if (line !== undefined) expect(findings[0]?.line).toBe(line);
  });

  it('written for a newer Ohje is reported as such, without other findings', async () => {
    const { findings } = await theme('version: 2\ncolours: {}\nhero: big\n');
    expect(findings).toMatchObject([{ code: 'theme-invalid', path: 'themes/acme/theme.yaml', line: 1 }]);
    expect(`${findings[0]?.says} ${findings[0]?.fix}`).toMatchInlineSnapshot(
      `""2" is not a valid value for "version". Update Ohje, because version 2 was written for a newer release, or start over with "npm run new -- theme"."`,
    );
  });

  it.each([
    ['without a version', 'name: Acme\n'],
    ['with a version that is none', 'version: one\n'],
  ])('%s is reported with the one that exists', async (_, yaml) => {
    const { findings } = await theme(yaml);
    expect(findings).toMatchObject([{ code: 'theme-invalid', path: 'themes/acme/theme.yaml' }]);
    expect(findings[0]?.fix).toContain('1');
  });

  it.each([
    ['a part there is not', 'parts/Heder.astro', '', 'theme-file-unknown', '"parts/Header.astro"'],
    ['a part in lowercase letters', 'parts/header.astro', '', 'theme-file-unknown', '"parts/Header.astro"'],
    ['styles in a part', 'parts/Header.astro', '<p/>\n<style>p{}</style>', 'theme-part-style', 'theme.css'],
    [
      'styles in what a part imports',
      'components/Logo.astro',
      '<p style="color:red"/>',
      'theme-part-style',
      'theme.css',
    ],
  ])('is reported with %s', async (_, file, text, code, fix) => {
    const { findings } = await theme('version: 1\n', 'acme', { [file]: text });
    expect(findings).toMatchObject([{ code, path: `themes/acme/${file}` }]);
    expect(findings[0]?.fix).toContain(fix);
  });

  it('can replace parts, and have its own files next to them', async () => {
    const files = { 'parts/Header.astro': '<header/>', 'components/Logo.astro': '<b/>', 'icons/x.svg': '<svg/>' };
    expect((await theme('version: 1\n', 'acme', files)).findings).toEqual([]);
  });

  it.each([
    ['a logo', 'logo: logo.svg'],
    ['a logo for the dark', 'logo: { light: there.svg, dark: logo.svg }'],
    ['a picture for the tab', 'favicon: logo.svg'],
  ])('is reported if %s is not in its folder', async (_, line) => {
    const { findings } = await theme(`version: 1\n${line}\n`, 'acme', { 'there.svg': '<svg/>' });
    expect(findings).toMatchObject([{ code: 'theme-missing', path: 'themes/acme/theme.yaml' }]);
    expect(findings[0]?.says).toContain('"logo.svg"');
  });

  it.each(['../../content/site.yaml', '/etc/hostname', '..'])(
    'never publishes a file outside its folder: %s',
    async (logo) => {
      expect((await theme(`version: 1\nlogo: ${logo}\n`)).findings).not.toEqual([]);
    },
  );
});
