import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';
import { engineDir } from '#io/machine/engine.ts';
import { listFiles } from '#io/machine/files.ts';
import { editorSchemas } from '#io/records/editor-schemas.ts';

const schemas = await editorSchemas();
const settings = JSON.parse(await readFile(join(engineDir, '.vscode/settings.json'), 'utf8'));
const globs = Object.entries<string | string[]>(settings['yaml.schemas']).map(([file, patterns]) => ({
  name: /^\.\/\.schemas\/(\w+)\.json$/.exec(file)?.[1] ?? '',
  patterns: [patterns].flat(),
}));

// The service behind the YAML support of VS Code and other editors, set up as ours are.
const service = getLanguageService({
  schemaRequestService: async (uri) => Promise.reject(new Error(`${uri} was asked for.`)),
  workspaceContext: { resolveRelativePath: (path) => path },
});
service.configure({
  validate: true,
  hover: true,
  completion: true,
  schemas: globs.map(({ name, patterns }) => ({
    uri: `schema:${name}`,
    fileMatch: patterns,
    schema: schemas.get(name) ?? {},
  })),
});

let version = 0;
const open = (path: string, text: string) => TextDocument.create(`file:///${path}`, 'yaml', ++version, text);
const problems = async (path: string, text: string) =>
  (await service.doValidation(open(path, text), false)).map(({ message }) => message);
/** What is offered at the end of a text that is being written. */
const offers = async (path: string, text: string) => {
  const document = open(path, text);
  return (await service.doComplete(document, document.positionAt(text.length), false)).items;
};

const folders = ['content', 'themes', 'src/ui/strings'];
const paths = (
  await Promise.all(
    folders.map(async (folder) => (await listFiles(join(engineDir, folder))).map((path) => `${folder}/${path}`)),
  )
)
  .flat()
  .filter((path) => path.endsWith('.yaml'));

describe('an editor', () => {
  it('has a schema for every file that people write, and for no other', async () => {
    expect(globs.map(({ name }) => name)).toEqual([...schemas.keys()].sort());
    expect(paths.filter((path) => !globs.some(({ patterns }) => picomatch.isMatch(path, patterns)))).toEqual([]);
    expect(globs.filter(({ patterns }) => !paths.some((path) => picomatch.isMatch(path, patterns)))).toEqual([]);
  });

  it('finds nothing wrong in the sample help center and the themes', async () => {
    for (const path of paths)
      expect([path, await problems(path, await readFile(join(engineDir, path), 'utf8'))]).toEqual([path, []]);
  });

  it.each([
    ['themes/acme/theme.yaml', 'version: 1\ncolours:\n  brand: "#0a7cff"\n', 'colours'],
    ['themes/acme/theme.yaml', 'version: 1\ndensity: tight\n', 'compact'],
    ['content/site.yaml', 'name: Acme\nlocales: [en]\ndefaultLocale: en\nvote: off\n', 'vote'],
    ['content/strings/en.yaml', 'strings:\n  serch.title: Find\n', 'serch.title'],
    ['content/announcements/works.yaml', 'title: Works\ntext: Soon.\n', 'from'],
  ])('underlines what %s cannot hold, as in %j', async (path, text, says) => {
    expect(await problems(path, text)).toEqual([expect.stringContaining(says)]);
  });

  it('suggests keys, and says what they are for', async () => {
    const [brand] = (await offers('themes/acme/theme.yaml', 'version: 1\ncolors:\n  bran')).filter(
      ({ label }) => label === 'brand',
    );
    expect(JSON.stringify(brand?.documentation)).toContain('Your brand color');
    const texts = await offers('content/strings/fi.yaml', 'strings:\n  site.');
    expect(texts.map(({ label }) => label)).toContain('site.title');
  });
});
