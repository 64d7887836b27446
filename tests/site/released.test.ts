import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { listFiles } from '#io/machine/files.ts';
import { editorSchemas } from '#io/records/editor-schemas.ts';
import { ArticleFields } from '#kb/content/article.ts';
import { vocabulary } from '#markdown/components/vocabulary.ts';
import { makeFolder } from '../folder.ts';
import { engine, run } from '../run.ts';

const released = join(import.meta.dirname, '../fixtures/released');
const versions = (await readdir(released)).sort();

describe.each(versions)('a content folder of version %s', (version) => {
  it('still has no errors, is built, and is reported on', { timeout: 300_000 }, async () => {
    const root = await makeFolder({});
    await cp(join(released, version), root, { recursive: true });
    const check = await run('check', ['--json'], root);
    const findings: { severity: string; code: string }[] = JSON.parse(check.stdout);
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect((await run('tickets', ['report', '--json'], root)).code).toBe(0);
    const built = await run('build', [], root);
    expect(built.stderr).toBe('');
    expect(built.code).toBe(0);
    const page = await readFile(join(root, 'dist/en/cards/order/index.html'), 'utf8');
    expect(page).toContain('Order a card');
    expect(await readFile(join(root, 'dist/en/cards/program/index.html'), 'utf8')).toContain('6 euros');
  });
});

// While a version is being made, its folder grows with it. After the release, the folder stays as it is.
describe('the content folder of the version that is being made', async () => {
  const { version } = JSON.parse(await readFile(join(engine, 'package.json'), 'utf8'));
  const root = join(released, version);
  const files = await listFiles(root);
  const places: Record<string, string> = {
    announcement: 'content/announcements/maintenance.yaml',
    words: 'content/tickets/words.yaml',
    strings: 'content/strings/en.yaml',
    theme: 'themes/pilvi/theme.yaml',
  };
  const keysOf = (schema: object) => Object.keys((schema as { properties?: object }).properties ?? {});

  it('uses every YAML file, with every key', async () => {
    for (const [name, schema] of await editorSchemas()) {
      if (name === 'synonyms') continue;
      const used: object = parse(await readFile(join(root, places[name] ?? `content/${name}.yaml`), 'utf8'));
      expect([name, keysOf(schema).filter((key) => !Object.hasOwn(used, key))]).toEqual([name, []]);
    }
    expect(files).toContain('content/synonyms/en.yaml');
  });

  it('uses every key of the front matter, and every component', async () => {
    const texts = await Promise.all(
      files.filter((file) => file.endsWith('.mdx')).map((file) => readFile(join(root, file), 'utf8')),
    );
    const all = texts.join('\n');
    expect(Object.keys(ArticleFields.shape).filter((key) => !new RegExp(`^${key}:`, 'm').test(all))).toEqual([]);
    expect(Object.keys(vocabulary).filter((name) => !all.includes(`<${name}`))).toEqual([]);
  });
});
