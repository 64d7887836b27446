import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEngineTexts } from '#io/content/read-texts.ts';
import { readTheme } from '#io/content/read-theme.ts';
import { readThemeTexts } from '#io/content/read-theme-texts.ts';
import { engineDir } from '#io/machine/engine.ts';

const content = join(engineDir, 'content');
const locales = ['en', 'fi', 'sv', 'hr', 'fa'];
const engine = await readEngineTexts(locales);
const names = (await readdir(join(engineDir, 'themes'))).sort();

describe.each(names)('the theme %s', (name) => {
  const dir = join(engineDir, 'themes', name);

  it('follows every rule for themes', async () => {
    expect((await readTheme(name, content)).findings).toEqual([]);
  });

  it('has the license of its fonts next to them, and fonts small enough for phones', async () => {
    const { folder } = await readTheme(name, content);
    const files = new Set(folder?.theme.fonts.files.map(({ file }) => file));
    const fonts = await Promise.all([...files].map((file) => readFile(join(dir, file))));
    expect(fonts.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(120_000);
    expect(existsSync(join(dir, 'OFL.txt'))).toBe(files.size > 0);
  });

  it('draws its pictures without fonts, scripts or other hosts', async () => {
    const pictures = (await readdir(dir)).filter((file) => file.endsWith('.svg'));
    for (const file of pictures)
      expect(await readFile(join(dir, file), 'utf8')).not.toMatch(/<text|<script|href=|url\((?!#)/);
  });

  it('says the same things in its own tone in every language, or in none', async () => {
    const { texts, findings } = await readThemeTexts(engine.english, name, content, locales);
    const english = Object.keys(texts.get('en') ?? {});
    expect(findings).toEqual([]);
    for (const locale of locales) expect(Object.keys(texts.get(locale) ?? {})).toEqual(english);
  });
});
