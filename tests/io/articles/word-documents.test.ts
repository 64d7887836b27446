import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import JSZip from 'jszip';
import { expect, it } from 'vitest';
import type { ImportedSite } from '#intake/articles/imported-site.ts';
import { wordDocuments } from '#intake/articles/importers/documents-importer.ts';
import { importCollection } from '#intake/articles/importers/import-collection.ts';
import { convertDocuments } from '#io/articles/convert-documents.ts';
import { listFiles } from '#io/machine/files.ts';
import { makeFolder } from '../../folder.ts';
import { writtenIn } from '../../intake/articles/desks/import-dump.ts';
import { png } from './local-server.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const run = (text: string, marks = '') => `<w:r><w:rPr>${marks}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, style = '') =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}</w:pPr>${content}</w:p>`;
const picture = `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="P" descr="The lid"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const table = `<w:tbl><w:tr><w:tc>${paragraph(run('Plan'))}</w:tc><w:tc>${paragraph(run('Price'))}</w:tc></w:tr></w:tbl>`;

/** A Word document of our own words. */
async function docx(body: string, { core = '', more = {} as Record<string, string> } = {}): Promise<Buffer> {
  const zip = new JSZip();
  const names = ['Title', 'Heading1', 'Heading2', 'Warning', 'Strange'];
  const shown: Record<string, string> = { Heading1: 'heading 1', Heading2: 'heading 2' };
  const styles = names.map(
    (id) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${shown[id] ?? id}"/></w:style>`,
  );
  zip.file(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
  );
  zip.file(
    '_rels/.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${TYPES}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  zip.file(
    'word/_rels/document.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${TYPES}/image" Target="media/image1.png"/><Relationship Id="s" Type="${TYPES}/styles" Target="styles.xml"/></Relationships>`,
  );
  zip.file('word/media/image1.png', png);
  zip.file('word/styles.xml', `<w:styles ${W}>${styles.join('')}</w:styles>`);
  zip.file('word/document.xml', `<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`);
  if (core) zip.file('docProps/core.xml', `<cp:coreProperties xmlns:cp="x" xmlns:dc="y">${core}</cp:coreProperties>`);
  for (const [path, xml] of Object.entries(more)) zip.file(path, xml);
  return zip.generateAsync({ type: 'nodebuffer' });
}

async function importDocuments(documents: Record<string, Buffer>): Promise<ImportedSite> {
  const source = await makeFolder({});
  for (const [path, bytes] of Object.entries(documents)) {
    await mkdir(dirname(join(source, path)), { recursive: true });
    await writeFile(join(source, path), bytes);
  }
  const folder = join(await makeFolder({}), 'converted');
  await convertDocuments(
    source,
    folder,
    (path) => path.endsWith('.docx'),
    () => {},
  );
  const paths = await listFiles(folder);
  const files = [{ path: 'documents.json', text: await readFile(join(folder, 'documents.json'), 'utf8') }];
  const options = { locale: undefined, name: 'Kettle', today: '2026-11-30' };
  return importCollection(wordDocuments.collect(files, new Set(paths), options), options);
}

it('Word documents become articles with their title, headings, pictures, tables and boxes', async () => {
  const body = [
    paragraph(run('Descale &amp; clean'), 'Title'),
    paragraph(run('Use ') + run('vinegar', '<w:b/>') + run('.')),
    paragraph(run('Why'), 'Heading1'),
    paragraph(picture),
    paragraph(run('Hot steam.'), 'Warning'),
    table,
  ].join('');
  const core =
    '<dc:creator>Aino</dc:creator><cp:keywords>lime; scale</cp:keywords><dcterms:modified xmlns:dcterms="z">2025-01-02T03:04:05Z</dcterms:modified>';
  const imported = await importDocuments({ 'care/descale.docx': await docx(body, { core }) });
  expect(imported.losses).toEqual([]);
  expect(writtenIn(imported, 'en/care/descale-clean')).toBe(
    [
      '---\ntitle: Descale & clean\naliases:\n  - lime\n  - scale\nowner: Aino\nreviewed: 2025-01-02\n---\n',
      'Use **vinegar**.\n',
      '## Why\n',
      '![The lid](./descale-picture-1.png)\n',
      '<Callout type="warning">\n  Hot steam.\n</Callout>\n',
      '<table>\n  <tbody>\n    <tr>\n      <td>Plan</td>\n      <td>Price</td>\n    </tr>\n  </tbody>\n</table>\n',
    ].join('\n'),
  );
});

it('text that a style hides stays hidden', async () => {
  const style = (type: string, id: string, inner: string) =>
    `<w:style w:type="${type}" w:styleId="${id}">${inner}</w:style>`;
  const styles = [
    style('character', 'Secret', '<w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr>'),
    style('paragraph', 'Notes', '<w:name w:val="Notes"/><w:basedOn w:val="Secret"/>'),
  ].join('');
  const body = [
    paragraph(run('Shown.') + run('Price for partners', '<w:rStyle w:val="Secret"/>')),
    paragraph(run('Ask legal') + run('Read this.', '<w:vanish w:val="0"/>'), 'Notes'),
  ].join('');
  const more = { 'word/styles.xml': `<w:styles ${W}>${styles}</w:styles>` };
  const imported = await importDocuments({ 'fill.docx': await docx(body, { more }) });
  const text = writtenIn(imported, 'en/general/fill');
  expect(text).toContain('Shown.\n\nRead this.\n');
  expect(text).not.toMatch(/partners|legal/);
  expect(imported.losses.filter(({ kind }) => kind === 'private')).toHaveLength(2);
  expect(imported.losses.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['Hidden text was left out: "Price for partners"', 'Hidden text was left out: "Ask legal"']),
  );
});

it('what Word hides stays hidden, and what an article can’t have is named', async () => {
  const body = [
    paragraph(
      run('Shown.') + run('Price for partners: 5', '<w:vanish/>') + run(' Also shown.', '<w:vanish w:val="0"/>'),
    ),
    paragraph('<m:oMath xmlns:m="q"/><w:del><w:r><w:delText>Gone</w:delText></w:r></w:del>'),
    paragraph(run('Odd.'), 'Strange'),
  ].join('');
  const more = {
    'word/comments.xml': `<w:comments ${W}><w:comment w:id="1"><w:p>${run('Ask legal')}</w:p></w:comment></w:comments>`,
    'word/header1.xml': `<w:hdr ${W}>${paragraph(run('Draft 3'))}</w:hdr>`,
  };
  const core = '<cp:contentStatus>Draft</cp:contentStatus>';
  const imported = await importDocuments({
    'fill.docx': await docx(body, { core, more }),
    'bad.docx': Buffer.from('x'),
  });
  const text = writtenIn(imported, 'en/general/fill');
  expect(text).toContain('title: Fill\nconfidence: work-in-progress\n---\n\nShown. Also shown.\n');
  expect(text).not.toMatch(/partners|legal|Gone/);
  expect(imported.losses.map(({ path, what }) => `${path} ${what}`)).toEqual([
    expect.stringMatching(/^bad.docx The file can't be read as a Word document/),
    "fill.docx A comment wasn't imported.",
    "fill.docx A formula wasn't imported.",
    'fill.docx Hidden text was left out: "Price for partners: 5"',
    'fill.docx Text that is marked as deleted was left out.',
    'fill.docx The header "Draft 3" wasn\'t imported.',
    'fill.docx The paragraph style "Strange" isn\'t known; its text was kept as plain text.',
    expect.stringMatching(/^fill.docx The source says "status: Draft"\. The article is a work in progress now\.$/),
  ]);
});
