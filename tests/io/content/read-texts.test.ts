import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSiteSetup } from '#io/content/read-site-setup.ts';
import { readEngineTexts, readTexts } from '#io/content/read-texts.ts';
import { makeTextLookup, OWN_LAYERS } from '#kb/content/interface-texts.ts';
import { makeFolder, siteYaml } from '../../folder.ts';

async function texts(files: Record<string, string>, locales = ['en', 'fi'], defaultLocale = 'en') {
  const { layers, findings } = await readTexts(
    await readEngineTexts(locales),
    await makeFolder(files),
    locales,
    defaultLocale,
  );
  return { findings, say: (locale: string, key: string) => makeTextLookup(locale, layers.get(locale) ?? [])(key) };
}

describe('the texts of the interface', () => {
  it('are the engine’s if the company has none', async () => {
    const { say, findings } = await texts({});
    expect(findings).toEqual([]);
    expect([say('en', 'callout.tip'), say('fi', 'callout.tip')]).toEqual(['Tip', 'Vinkki']);
  });

  it('are the company’s if it has its own', async () => {
    const { say, findings } = await texts({ 'strings/fi.yaml': 'strings: { callout.tip: Niksi }' });
    expect(findings).toEqual([]);
    expect([say('fi', 'callout.tip'), say('fi', 'callout.note'), say('en', 'callout.tip')]).toEqual([
      'Niksi',
      'Huomaa',
      'Tip',
    ]);
  });

  it('fall back to the company’s in the default language, then to its engine’s, then to English', async () => {
    const { say } = await texts({ 'strings/fi.yaml': 'strings: { callout.note: Muista }' }, ['fi', 'is'], 'fi');
    expect([say('is', 'callout.note'), say('is', 'callout.tip')]).toEqual(['Muista', 'Vinkki']);
  });

  it('are distinguished from what they fall back to', async () => {
    const { layers } = await readTexts(await readEngineTexts(['en', 'is']), await makeFolder({}), ['en', 'is'], 'en');
    const own = (locale: string) =>
      layers
        .get(locale)
        ?.slice(0, OWN_LAYERS)
        .some((texts) => 'callout.tip' in texts);
    expect([own('en'), own('is')]).toEqual([true, false]);
  });

  it('of a language the engine does not have are missing, in one finding if there is no file yet', async () => {
    const { findings } = await texts({}, ['en', 'is']);
    expect(findings).toMatchObject([{ code: 'string-missing', severity: 'warning', path: 'strings/is.yaml' }]);
    expect(findings[0]?.says).toMatch(/^(\d+) of \1 interface texts have no "is" translation\.$/);
    expect(findings[0]?.fix).toContain('npm run new -- locale is');
  });

  it('of a language of a region are those of the language, and can be changed for the region', async () => {
    const { findings, say } = await texts({ 'strings/de-AT.yaml': 'strings: { callout.tip: Rat }' }, ['en', 'de-AT']);
    expect(findings).toEqual([]);
    expect([say('de-AT', 'callout.tip'), say('de-AT', 'site.close')]).toEqual(['Rat', 'Schließen']);
  });

  it('that are missing in a file are named one by one, with the English and the line where they go', async () => {
    const yaml = 'strings:\n  callout.tip: Ráð\n  callout.note: ""\n  section.count: { one: ein, other: "" }';
    const { findings, say } = await texts({ 'strings/is.yaml': yaml }, ['en', 'is']);
    const about = (key: string) => findings.find(({ says }) => says.includes(`"${key}"`));
    expect(about('callout.tip')).toBeUndefined();
    expect(about('callout.note')).toMatchObject({ path: 'strings/is.yaml', line: 3 });
    expect(about('callout.note')?.says).toBe('The text "callout.note" has no "is" translation (in English: "Note").');
    expect(about('section.count')).toMatchObject({ line: 4 });
    expect(about('site.skip')?.line).toBeUndefined();
    expect([say('is', 'callout.tip'), say('is', 'callout.note')]).toEqual(['Ráð', 'Note']);
  });

  it('can be emptied in a language the engine has', async () => {
    const { findings, say } = await texts({ 'strings/fi.yaml': 'strings: { contact.text: "" }' });
    expect(findings).toEqual([]);
    expect(say('fi', 'contact.text')).toBe('');
  });
});

describe('a brand’s texts', () => {
  const brand = (strings: string, locale = 'fi') => ({
    'content/site.yaml': siteYaml,
    'themes/acme/theme.yaml': 'version: 1\n',
    [`themes/acme/strings/${locale}.yaml`]: `strings:\n  ${strings}\n`,
  });
  async function branded(files: Record<string, string>) {
    const { setup, findings } = await readSiteSetup(join(await makeFolder(files), 'content'), 'acme');
    return {
      findings,
      say: (locale: string, key: string) => makeTextLookup(locale, setup?.texts.get(locale) ?? [])(key),
    };
  }

  it('come before the engine’s', async () => {
    const { say, findings } = await branded(brand('callout.tip: Kikka'));
    expect(findings).toEqual([]);
    expect([say('fi', 'callout.tip'), say('fi', 'callout.note'), say('en', 'callout.tip')]).toEqual([
      'Kikka',
      'Huomaa',
      'Tip',
    ]);
  });

  it('come after the company’s', async () => {
    const own = { 'content/strings/fi.yaml': 'strings: { callout.tip: Niksi }' };
    expect((await branded({ ...brand('callout.tip: Kikka'), ...own })).say('fi', 'callout.tip')).toBe('Niksi');
  });

  it.each([
    ['a key there is not', 'callout.tpi: x', 'string-unknown'],
    ['a list', 'callout.tip: [x]', 'strings-invalid'],
  ])('cannot contain %s', async (_, strings, code) => {
    const { findings } = await branded(brand(strings));
    expect(findings).toMatchObject([{ code, path: 'themes/acme/strings/fi.yaml', line: 2 }]);
  });
});

describe('the company’s texts', () => {
  it.each([
    ['a key there is not', 'strings:\n  site.titel: x', 'string-unknown', 2],
    ['a list', 'strings:\n  site.title: [x]', 'strings-invalid', 2],
    ['a plural there is not', 'strings:\n  section.count: { single: x }', 'strings-invalid', 2],
    ['no texts at all', 'site.title: x', 'strings-invalid', 1],
    ['YAML that cannot be read', 'strings:\n\tsite.title: x', 'strings-invalid', 2],
  ])('cannot contain %s', async (_, yaml, code, line) => {
    const { findings } = await texts({ 'strings/fi.yaml': yaml });
    expect(findings[0]).toMatchObject({ code, path: 'strings/fi.yaml', line });
  });

  it('do not replace the engine’s if they cannot be read', async () => {
    const { say } = await texts({ 'strings/fi.yaml': 'strings: [' });
    expect(say('fi', 'callout.tip')).toBe('Vinkki');
  });

  it('can use names from JavaScript, which are unknown keys like others', async () => {
    const { findings } = await texts({ 'strings/fi.yaml': 'strings: { constructor: x, toString: y }' });
    expect(findings.map(({ code }) => code)).toEqual(['string-unknown', 'string-unknown']);
  });
});
