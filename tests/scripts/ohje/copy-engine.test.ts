import { mkdir, readdir, readFile, realpath, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyEngine } from '../../../scripts/ohje/copy-engine.ts';
import { projectFolder } from '../../../scripts/ohje/project-folder.ts';
import { makeFolder } from '../../folder.ts';

const manifest = (key: string) =>
  JSON.stringify({ version: '1.2.0', key, dependencies: { yaml: '2', '@scope/one': '1' } });

/** An installed engine whose `yaml` is its own, and whose other package lies further up. */
const files = {
  'package.json': '{}',
  'node_modules/yaml/package.json': '{ "version": "1" }',
  'node_modules/@scope/one/package.json': '{}',
  'node_modules/ohje/lib/package.json': manifest('aaa'),
  'node_modules/ohje/lib/src/site.js': 'one',
  'node_modules/ohje/node_modules/yaml/package.json': '{ "version": "2" }',
};

describe("the project's copy of the engine", () => {
  it('has the files of the engine, and finds the packages that the engine finds', async () => {
    const root = await makeFolder(files);
    const copy = await copyEngine(join(root, 'node_modules/ohje/lib'), join(root, '.ohje'));
    expect(copy).toBe(join(root, '.ohje/engine-1.2.0-aaa'));
    expect(await readFile(join(copy, 'src/site.js'), 'utf8')).toBe('one');
    expect(await readFile(join(copy, 'node_modules/yaml/package.json'), 'utf8')).toContain('"2"');
    expect(await realpath(join(copy, 'node_modules/@scope/one'))).toBe(
      await realpath(join(root, 'node_modules/@scope/one')),
    );
  });

  it('is replaced by that of another version, and git ignores it', async () => {
    const root = await makeFolder({ ...files, 'node_modules/newer/lib/package.json': manifest('bbb') });
    const home = join(root, '.ohje');
    await copyEngine(join(root, 'node_modules/ohje/lib'), home);
    await copyEngine(join(root, 'node_modules/newer/lib'), home);
    expect((await readdir(home)).sort()).toEqual(['.gitignore', 'engine-1.2.0-bbb']);
    expect(await readFile(join(home, '.gitignore'), 'utf8')).toBe('*\n');
  });

  it('links a package again that the package manager has moved', async () => {
    const root = await makeFolder({ ...files, 'moved/yaml/package.json': '{ "version": "3" }' });
    const [engine, home] = [join(root, 'node_modules/ohje/lib'), join(root, '.ohje')];
    const copy = await copyEngine(engine, home);
    await mkdir(join(engine, 'node_modules'), { recursive: true });
    await symlink(join(root, 'moved/yaml'), join(engine, 'node_modules/yaml'), 'junction');
    await copyEngine(engine, home);
    expect(await readFile(join(copy, 'node_modules/yaml/package.json'), 'utf8')).toContain('"3"');
  });

  it('leaves nothing of a copy that was interrupted', async () => {
    // No process has an id this high.
    const root = await makeFolder({ ...files, '.ohje/draft-999999999-abc/src/half.js': '' });
    await copyEngine(join(root, 'node_modules/ohje/lib'), join(root, '.ohje'));
    expect((await readdir(join(root, '.ohje'))).sort()).toEqual(['.gitignore', 'engine-1.2.0-aaa']);
  });

  it('is made once by two commands that start at the same time', async () => {
    const root = await makeFolder(files);
    const make = () => copyEngine(join(root, 'node_modules/ohje/lib'), join(root, '.ohje'));
    const [one, other] = await Promise.all([make(), make()]);
    expect(one).toBe(other);
    expect((await readdir(join(root, '.ohje'))).sort()).toEqual(['.gitignore', 'engine-1.2.0-aaa']);
  });
});

describe('the folder of the project', () => {
  it('is the nearest one with a package.json', async () => {
    const root = await makeFolder({ 'package.json': '{}', 'content/articles/en/a.mdx': '' });
    expect(projectFolder(join(root, 'content/articles/en'))).toBe(root);
  });
});
