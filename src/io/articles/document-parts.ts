import type JSZip from 'jszip';

/** Text of a part of a document, without its marks; empty if there is no such part. */
async function xmlOf(zip: JSZip, path: string): Promise<string> {
  return (await zip.file(path)?.async('string')) ?? '';
}

function textOfXml(xml: string): string {
  const text = [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map(([, part = '']) => part).join('');
  return text.replace(/\s+/g, ' ').trim();
}

function countOf(xml: string, pattern: RegExp): number {
  return [...xml.matchAll(pattern)].length;
}

const RUN = /<w:r(?:\s[^>]*)?>(?:(?!<w:r[\s>])[\s\S])*?<\/w:r>/g;
const PARAGRAPH = /<w:p(?:\s[^>]*)?>(?:(?!<w:p[\s>])[\s\S])*?<\/w:p>/g;
const HIDDEN = /<w:(?:vanish|webHidden)(?:\s+w:val=["'](?:true|1|on)["'])?\s*\/>/;
/** Text that is shown although its style hides it. */
const SHOWN = /<w:vanish\s+w:val=["'](?:false|0|off)["']\s*\/>/;

/** Takes text that Word hides out of a document, in place, and returns it. */
export async function dropHiddenText(zip: JSZip): Promise<string[]> {
  const styles = hiddenStyles(await xmlOf(zip, 'word/styles.xml'));
  const isStyled = (xml: string, kind: 'rStyle' | 'pStyle') =>
    styles.has(new RegExp(`<w:${kind}\\s+w:val=["']([^"']*)["']`).exec(xml)?.[1] ?? '');
  const hidden: string[] = [];
  const withoutRuns = (xml: string, isHidden: (run: string) => boolean) =>
    xml.replace(RUN, (run) => {
      if (!isHidden(run)) return run;
      const text = textOfXml(run);
      if (text !== '') hidden.push(text);
      return '';
    });
  for (const path of ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml']) {
    const xml = await xmlOf(zip, path);
    if (xml === '' || (!HIDDEN.test(xml) && styles.size === 0)) continue;
    const inParagraphs = xml.replace(PARAGRAPH, (paragraph) =>
      isStyled(paragraph, 'pStyle') ? withoutRuns(paragraph, (run) => !SHOWN.test(run)) : paragraph,
    );
    const shown = withoutRuns(inParagraphs, (run) => HIDDEN.test(run) || (isStyled(run, 'rStyle') && !SHOWN.test(run)));
    zip.file(path, shown);
  }
  return hidden;
}

/** The ids of styles that hide their text, also those based on one. */
function hiddenStyles(xml: string): Set<string> {
  const hidden = new Set<string>();
  const all = [...xml.matchAll(/<w:style\s[^>]*?w:styleId=["']([^"']*)["'][\s\S]*?<\/w:style>/g)];
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size;
    for (const [style, id = ''] of all) {
      const base = /<w:basedOn\s+w:val=["']([^"']*)["']/.exec(style)?.[1] ?? '';
      if (HIDDEN.test(style) || (hidden.has(base) && !SHOWN.test(style))) hidden.add(id);
    }
  }
  return hidden;
}

/** What a document has that its HTML won't have, one sentence each. */
export async function lostParts(zip: JSZip): Promise<string[]> {
  const xml = await xmlOf(zip, 'word/document.xml');
  const losses: string[] = [];
  const lose = (count: number, one: string, many: string) => {
    if (count > 0) losses.push(count === 1 ? `${one} wasn't imported.` : `${count} ${many} weren't imported.`);
  };
  lose(countOf(xml, /<m:oMath[\s>]/g), 'A formula', 'formulas');
  lose(countOf(xml, /<c:chart[\s>]/g), 'A chart', 'charts');
  lose(countOf(xml, /<dgm:relIds[\s>]/g), 'A diagram', 'diagrams');
  lose(countOf(xml, /<w:object[\s>]/g), 'An embedded object', 'embedded objects');
  lose(countOf(await xmlOf(zip, 'word/comments.xml'), /<w:comment[\s>]/g), 'A comment', 'comments');
  const deleted = [...xml.matchAll(/<w:delText[^>]*>([^<]*)<\/w:delText>/g)].length;
  if (deleted > 0) losses.push('Text that is marked as deleted was left out.');
  for (const path of Object.keys(zip.files)
    .filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name))
    .sort()) {
    const text = textOfXml(await xmlOf(zip, path));
    if (text !== '') losses.push(`The ${path.includes('header') ? 'header' : 'footer'} "${text}" wasn't imported.`);
  }
  return losses;
}

/** What a document says about itself: `title`, `creator`, `keywords`, `contentStatus`, `modified` … */
export async function documentProperties(zip: JSZip): Promise<Record<string, string>> {
  const xml = await xmlOf(zip, 'docProps/core.xml');
  const found = [...xml.matchAll(/<(?:\w+:)?(\w+)(?:\s[^>]*)?>([^<]+)<\/(?:\w+:)?\1>/g)];
  return Object.fromEntries(found.map(([, name = '', text = '']) => [name, unescaped(text).trim()]));
}

function unescaped(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
