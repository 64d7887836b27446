import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { mediaLookup, pictureSize, readMedia } from '#io/content/media.ts';
import { makeFolder } from '../../folder.ts';
import { makeSite } from '../../make.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"/>';
const wider = svg.replace('320', '321');
const fixture = (name: string) => readFile(join(import.meta.dirname, '../../fixtures/pictures', name));

describe('a file beside an article', () => {
  it('has an address that changes with what is in it', async () => {
    const path = 'articles/en/a/card.svg';
    const first = await readMedia(await makeFolder({ [path]: svg }), [path], '/');
    const same = await readMedia(await makeFolder({ [path]: svg }), [path], '/');
    const other = await readMedia(await makeFolder({ [path]: wider }), [path], '/');
    expect(first.get(path)?.output).toMatch(/^_media\/card\.[0-9a-f]{12}\.svg$/);
    expect(same.get(path)?.output).toBe(first.get(path)?.output);
    expect(other.get(path)?.output).not.toBe(first.get(path)?.output);
  });

  it('has its size if it is a picture', async () => {
    const folder = await makeFolder({ 'a.svg': svg, 'b.gif': await fixture('plain.gif'), 'c.pdf': '%PDF-1.7' });
    const media = await readMedia(folder, ['a.svg', 'b.gif', 'c.pdf'], '/');
    const sizes = [...media.values()].map(({ width, height }) => [width, height]);
    expect(sizes).toEqual([
      [320, 200],
      [16, 12],
      [undefined, undefined],
    ]);
  });

  it.each(['jpeg', 'png', 'webp'] as const)('has the size in which a %s that was turned is shown', async (format) => {
    const turned = sharp({ create: { width: 40, height: 20, channels: 3, background: 'teal' } }).withMetadata({
      orientation: 6,
    });
    const name = `a.${format}`;
    const media = await readMedia(await makeFolder({ [name]: await turned[format]().toBuffer() }), [name], '/');
    expect(media.get(name)).toMatchObject({ width: 20, height: 40 });
  });

  it('has no address if it could run, or is not what its name says', async () => {
    const folder = await makeFolder({ 'a.html': '<p>a</p>', 'b.png': 'not a picture', 'c.svg': '' });
    expect(await readMedia(folder, ['a.html', 'b.png', 'c.svg'], '/')).toEqual(new Map());
  });

  it('is below the path of the site', async () => {
    const media = await readMedia(await makeFolder({ 'a.svg': svg }), ['a.svg'], '/help/');
    expect(media.get('a.svg')?.url).toMatch(/^\/help\/_media\/a\./);
  });

  it.each([
    ['My Card (2).SVG', 'my-card-2', 'svg'],
    ['کارت.svg', 'file', 'svg'],
    ['--.SVG', 'file', 'svg'],
    ['a.b.c.svg', 'a-b-c', 'svg'],
  ])('has a name that every host can serve: %s', async (name, stem, extension) => {
    const media = await readMedia(await makeFolder({ [name]: svg }), [name], '/');
    expect(media.get(name)?.output).toMatch(new RegExp(`^_media/${stem}\\.[0-9a-f]{12}\\.${extension}$`));
  });

  it('with the same name and bytes as another shares its address, and with others does not', async () => {
    const folder = await makeFolder({ 'a/x.svg': svg, 'b/x.svg': svg, 'c/x.svg': wider });
    const outputs = [...(await readMedia(folder, ['a/x.svg', 'b/x.svg', 'c/x.svg'], '/')).values()].map(
      ({ output }) => output,
    );
    expect(outputs[0]).toBe(outputs[1]);
    expect(outputs[0]).not.toBe(outputs[2]);
  });
});

describe('the file an article names', () => {
  it('is its own, or for a translation the one next to the original', async () => {
    const paths = ['articles/en/a/x.svg', 'articles/fi/a/x.svg', 'articles/en/a/y.svg'];
    const folder = await makeFolder(Object.fromEntries(paths.map((path) => [path, svg])));
    const lookup = mediaLookup(await readMedia(folder, paths, '/'), makeSite());
    expect(lookup('articles/fi/a/x.svg')?.path).toBe('articles/fi/a/x.svg');
    expect(lookup('articles/fi/a/y.svg')?.path).toBe('articles/en/a/y.svg');
    expect(lookup('articles/fi/a/z.svg')).toBeUndefined();
    expect(lookup('../../etc/passwd')).toBeUndefined();
  });
});

it.each([
  ['nothing', new Uint8Array()],
  ['noise', Buffer.from('noise'.repeat(100))],
  ['half a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
])('%s has no size', (_, bytes) => {
  expect(pictureSize(bytes)).toEqual({});
});
