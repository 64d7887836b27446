import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '#io/machine/files.ts';
import { makeFolder } from '../../folder.ts';
import { run } from '../../run.ts';

const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>\n';
const source = {
  'old/care/boil.md': '---\ntitle: Boil\n---\n\nOne.\n\nTwo.\n\nThree.\n\n![Kettle](kettle.svg)\n',
  'old/care/descale.md': '---\ntitle: Descale\n---\n\nUse vinegar.\n',
  'old/care/lid.md': '---\ntitle: Lid\n---\n\nClose it.\n',
  'old/care/kettle.svg': picture,
};

describe('import', () => {
  it('into the content of another source leaves an old address to the article that has it', async () => {
    const page = (title: string, from: string) => `---\ntitle: ${title}\nredirect_from: [${from}]\n---\n\nHot.\n`;
    const root = await makeFolder({
      'one/care/boil.md': page('Boil', '/old'),
      'two/parts/lid.md': page('Lid', '/old/, /lid'),
      'two/parts/cup.md': page('Cup', '/en/care/boil'),
    });
    const words = (from: string) => ['markdown', from, '--into', 'content'];
    await run('import', words('one'), root);
    const { stdout } = await run('import', words('two'), root);
    expect(stdout).toContain('The old address /old/ already leads to articles/en/care/boil.mdx');
    const parts = ['lid', 'cup'].map((name) => readFile(join(root, `content/articles/en/parts/${name}.mdx`), 'utf8'));
    expect(await Promise.all(parts)).toEqual([
      '---\ntitle: Lid\nredirectFrom:\n  - /lid\n---\n\nHot.\n',
      '---\ntitle: Cup\n---\n\nHot.\n',
    ]);
    for (const from of ['two', 'one']) {
      const again = await run('import', words(from), root);
      expect(again.stdout).not.toMatch(/^(?:Added|Updated|Merged|Archived)/m);
    }
  });

  it('runs again: it takes what the source changed and leaves what people changed', async () => {
    const root = await makeFolder(source);
    const words = ['markdown', 'old', '--into', 'content'];
    const content = (path: string) => join(root, 'content', path);
    const article = (name: string) => content(`articles/en/care/${name}.mdx`);
    expect(await run('import', words, root)).toMatchObject({ code: 0 });
    expect(await run('import', words, root)).toMatchObject({
      code: 0,
      stdout: 'Nothing to change in content.\nEverything was imported.\nNow run: npm run check -- --content content\n',
    });

    await writeFile(join(root, 'old/care/boil.md'), source['old/care/boil.md'].replace('One.', 'One more.'));
    await rm(join(root, 'old/care/lid.md'));
    await writeFile(join(root, 'old/care/new.md'), '---\ntitle: New\n---\n\nNew.\n');
    await writeFile(join(root, 'old/care/descale.md'), '---\ntitle: Descale\n---\n\nUse citric acid.\n');
    await writeFile(join(root, 'old/care/kettle.svg'), picture.replaceAll('9', '8'));
    await writeFile(article('boil'), (await readFile(article('boil'), 'utf8')).replace('Three.', 'Three, ours.'));
    await writeFile(article('descale'), '---\ntitle: Descale\n---\n\nUse lemons.\n');
    const before = await readFile(article('boil'), 'utf8');

    const dry = await run('import', [...words, '--dry-run'], root);
    expect(dry.stdout).toBe(`articles/en/care/descale.mdx
  Here and in the source, this was changed differently: line 5. Yours stays.
Added:
  articles/en/care/new.mdx
Updated from the source:
  articles/en/care/kettle.svg
Merged with your changes:
  articles/en/care/boil.mdx
Archived because they're no longer in the source:
  articles/en/care/lid.mdx
Would change in content:
  1 file added
  1 file updated from the source
  1 file merged with your changes
  1 file archived because they're no longer in the source
  1 file to look at
Everything was imported.
Nothing was written.
`);
    expect(await readFile(article('boil'), 'utf8')).toBe(before);

    expect(await run('import', words, root)).toMatchObject({ code: 0 });
    expect(await readFile(article('boil'), 'utf8')).toContain('One more.\n\nTwo.\n\nThree, ours.');
    expect(await readFile(article('descale'), 'utf8')).toContain('Use lemons.');
    expect(await readFile(article('lid'), 'utf8')).toContain('confidence: archived');
    expect(await readFile(content('articles/en/care/kettle.svg'), 'utf8')).toContain('0 0 8 8');
    // What was listed once isn't listed again.
    expect((await run('import', words, root)).stdout).toContain('  2 files kept as you changed them');
    expect((await run('check', ['--content', 'content'], root)).code).toBe(0);
  });

  it('proposes topics, and keeps those that people wrote or removed', async () => {
    const root = await makeFolder({
      'old/care/descale.md': '---\ntitle: Descale\nlabels: [limescale]\n---\n\nUse vinegar.\n',
      'old/care/water.md': '---\ntitle: Hard water\nlabels: [limescale]\n---\n\nUse a filter.\n',
      'old/care/lid.md': '---\ntitle: Close the lid\n---\n\nPress it.\n',
    });
    const words = ['markdown', 'old', '--into', 'content', '--topics'];
    const content = (path: string) => join(root, 'content', path);
    const first = await run('import', words, root);
    expect(first.stdout).toContain('Proposed 2 topics for 3 articles. Review them in topics.yaml.');
    expect(await readFile(content('topics.yaml'), 'utf8')).toBe(`topics:
  close-the-lid:
    title: Close the lid
  limescale:
    title: limescale
    categories:
      - limescale
`);
    expect(await readFile(content('articles/en/care/water.mdx'), 'utf8')).toContain('topics:\n  - limescale\n');
    expect((await run('check', ['--content', 'content'], root)).code).toBe(0);

    // Someone renames one, adds one, and imports tickets.
    const edited = (await readFile(content('topics.yaml'), 'utf8')).replace('Close the lid', 'Open lid');
    await writeFile(content('topics.yaml'), `${edited}  returns: { categories: [return] }\n`);
    await mkdir(content('tickets'));
    await writeFile(
      content('tickets/desk.csv'),
      'day,locale,category,tickets\n2026-11-01,en,lid,4\n2026-11-01,en,return,2\n2026-11-01,en,press,1\n',
    );
    const second = await run('import', words.slice(0, -1), root);
    expect(second.stdout).toContain('Proposed 2 topics for 3 articles, and linked 1 of 2 categories of your tickets.');
    expect(await readFile(content('topics.yaml'), 'utf8')).toBe(`topics:
  close-the-lid:
    title: Open lid
    categories:
      - lid
  limescale:
    title: limescale
    categories:
      - limescale
  returns: { categories: [ return ] }
`);
    expect((await run('import', words, root)).stdout).toContain('kept as you changed them');
    expect((await run('check', ['--content', 'content'], root)).code).toBe(0);
  });

  it('moves an article that has another folder in the source', async () => {
    const root = await makeFolder(source);
    const words = ['markdown', 'old', '--into', 'content'];
    const content = (path: string) => join(root, 'content', path);
    await run('import', words, root);
    await mkdir(join(root, 'old/water'));
    await rename(join(root, 'old/care/boil.md'), join(root, 'old/water/boil.md'));
    await rename(join(root, 'old/care/kettle.svg'), join(root, 'old/water/kettle.svg'));
    const edited = (await readFile(content('articles/en/care/boil.mdx'), 'utf8')).replace('Three.', 'Three, ours.');
    await writeFile(content('articles/en/care/boil.mdx'), edited);
    const drawn = picture.replaceAll('9', '7');
    await writeFile(content('articles/en/care/kettle.svg'), drawn);
    expect((await run('import', words, root)).stdout).toContain('  2 files moved as in the source\n');
    expect(await listFiles(content('articles/en/care'))).toEqual(['descale.mdx', 'lid.mdx']);
    expect(await readFile(content('articles/en/water/kettle.svg'), 'utf8')).toBe(drawn);
    const moved = await readFile(content('articles/en/water/boil.mdx'), 'utf8');
    expect(moved).toContain('redirectFrom:\n  - /en/care/boil\n');
    expect(moved).toContain('Three, ours.');
    expect((await run('check', ['--content', 'content'], root)).code).toBe(0);
    expect((await run('import', words, root)).stdout).toContain('  2 files kept as you changed them\n');
  });

  it('leaves a picture that another article here shows when its article moves', async () => {
    const root = await makeFolder(source);
    const words = ['markdown', 'old', '--into', 'content'];
    const folder = join(root, 'content/articles/en');
    await run('import', words, root);
    await mkdir(join(root, 'old/water'));
    await rename(join(root, 'old/care/boil.md'), join(root, 'old/water/boil.md'));
    await rename(join(root, 'old/care/kettle.svg'), join(root, 'old/water/kettle.svg'));
    await writeFile(join(folder, 'care/ours.mdx'), '---\ntitle: Ours\n---\n\n![Kettle](./kettle.svg)\n');
    await run('import', words, root);
    expect(await listFiles(folder)).toEqual(expect.arrayContaining(['care/kettle.svg', 'water/kettle.svg']));
  });

  it('finishes an interrupted import', async () => {
    const root = await makeFolder(source);
    const words = ['markdown', 'old', '--into', 'content'];
    await run('import', words, root);
    const [memory = ''] = await readdir(join(root, 'content/.imported'));
    const before = await readFile(join(root, 'content/.imported', memory), 'utf8');
    await writeFile(join(root, 'old/care/lid.md'), '---\ntitle: Lid\n---\n\nOpen it.\n');
    await writeFile(join(root, 'old/care/boil.md'), source['old/care/boil.md'].replace('Two.', 'Two more.'));
    await run('import', words, root);
    // Stopped after one of two articles, so what it remembers is still that of the import before.
    await writeFile(join(root, 'content/.imported', memory), before);
    await writeFile(join(root, 'content/articles/en/care/lid.mdx'), '---\ntitle: Lid\n---\n\nClose it.\n');
    expect((await run('import', words, root)).stdout).toContain(
      'Changed in content:\n  1 file updated from the source\n',
    );
    expect(await readFile(join(root, 'content/articles/en/care/lid.mdx'), 'utf8')).toContain('Open it.');
    expect((await run('import', words, root)).stdout).toContain('Nothing to change in content.');
  });

  it('adds a language from another folder, and nothing twice', async () => {
    const root = await makeFolder({
      ...source,
      'suomi/care/boil.md': '---\ntitle: Keitä\n---\n\nYksi.\n',
      'suomi/care/index.md': '---\ntitle: Hoito\n---\n',
    });
    await run('import', ['markdown', 'old', '--into', 'content'], root);
    const words = ['markdown', 'suomi', '--into', 'content', '--locale', 'fi'];
    const { stdout } = await run('import', [...words, '--json'], root);
    expect(JSON.parse(stdout).changes).toEqual([
      { path: 'articles/fi/care/boil.mdx', change: 'added', conflicts: [] },
      { path: 'site.yaml', change: 'merged', conflicts: [] },
    ]);
    const site = await readFile(join(root, 'content/site.yaml'), 'utf8');
    expect(site).toContain('defaultLocale: en\nlocales:\n  - en\n  - fi\n');
    expect(site).toContain('care:\n    title:\n      en: Care\n      fi: Hoito\n');
  });

  it('says what it would write to a new folder, and refuses a folder that is something else', async () => {
    const root = await makeFolder({ ...source, 'photos/one.jpg': 'x' });
    const dry = await run('import', ['markdown', 'old', '--into', 'content', '--dry-run'], root);
    expect(dry.stdout).toBe(
      'Would write content: 3 articles and 1 other file. Everything was imported.\nNothing was written.\n',
    );
    const refused = await run('import', ['markdown', 'old', '--into', 'photos'], root);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.stderr).toContain("photos isn't empty and has no site.yaml.");
    expect(await listFiles(root)).toEqual([...Object.keys(source), 'photos/one.jpg'].sort());
  });
});
