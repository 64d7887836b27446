import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '#io/check-content.ts';
import { trySearches } from '#io/search/try-searches.ts';
import { type Code, codes } from '#kb/findings/codes.ts';
import type { Finding } from '#kb/findings/finding.ts';
import { voiceFaults } from './voice.ts';

// Each folder is a content folder of its own; the broken themes are next to them, as a company's would be.
const broken = join(import.meta.dirname, 'fixtures/broken');
const order = 'articles/en/cards/order.mdx';

/** The file of each mistake, its line if it has one, and the value that the message must quote. */
const mistakes: Record<Code, { path: string; line?: number; shown?: string }> = {
  'alt-missing': { path: order, line: 5, shown: '"./card.svg"' },
  'angle-lone': { path: order, line: 5, shown: '"<5 minutes."' },
  'announcement-invalid': { path: 'announcements/outage.yaml', line: 2, shown: '"yesterday"' },
  'article-too-deep': { path: order, line: 5 },
  'article-unreadable': { path: order },
  'articles-missing': { path: 'articles' },
  'brand-unknown': { path: order, line: 3, shown: '"plian"' },
  'brace-lone': { path: order, line: 5, shown: '"{"' },
  'comment-html': { path: order, line: 5, shown: '<!--' },
  'component-attribute': { path: order, line: 5, shown: '"typ"' },
  'component-content': { path: order, line: 5, shown: '<Steps>' },
  'component-unclosed': { path: order, line: 5, shown: '<Callout>' },
  'component-unknown': { path: order, line: 5, shown: '<Calout>' },
  'fact-invalid': { path: 'facts.yaml', line: 1, shown: '"card-fee"' },
  'front-matter-code': { path: order, line: 1, shown: '"json"' },
  'front-matter-invalid': { path: order, line: 3, shown: '"14.9.2026"' },
  'front-matter-missing': { path: order, line: 1 },
  'heading-level': { path: order, line: 5, shown: '4' },
  'html-unsafe': { path: order, line: 5, shown: '<script>' },
  'id-taken': { path: order, shown: 'cards/order' },
  'image-missing': { path: order, line: 5, shown: '"./card.svg"' },
  'image-remote': { path: order, line: 5, shown: '"https://example.com/card.png"' },
  'link-broken': { path: order, line: 5, shown: '"/cards/freeze"' },
  'link-fragment': { path: order, line: 5, shown: '"#fees"' },
  'link-internal': { path: order, line: 5, shown: '"/cards/rules"' },
  'link-unread': { path: order, line: 5, shown: '[the form](./our form.pdf)' },
  'link-unsafe': { path: order, line: 5, shown: '"javascript:order"' },
  'locale-unknown': { path: 'articles/fi/cards/order.mdx', shown: '"fi"' },
  'mdx-syntax': { path: order, line: 5 },
  'measures-invalid': { path: 'measures.yaml', line: 2, shown: '"20 %"' },
  'prose-import': { path: order, line: 5, shown: '"import your contacts' },
  'redirect-taken': { path: order, line: 3, shown: '"/en/cards/freeze"' },
  'related-unknown': { path: order, line: 3, shown: '"cards/freeze"' },
  'search-lost': { path: 'searches.yaml', line: 2, shown: '"zebra"' },
  'searches-invalid': { path: 'searches.yaml', line: 2, shown: '"cards/freeze"' },
  'section-missing': { path: 'articles/en/order.mdx' },
  'section-reserved': { path: 'articles/en/all/order.mdx', shown: '"all"' },
  'section-unknown': { path: 'site.yaml', shown: '"loans"' },
  'site-invalid': { path: 'site.yaml', line: 3, shown: '"fi"' },
  'site-missing': { path: 'site.yaml' },
  'slug-invalid': { path: 'articles/en/cards/Order a card.mdx', shown: '"Order a card"' },
  'snippet-unknown': { path: order, line: 5, shown: '"contct"' },
  'string-missing': { path: 'strings/et.yaml', shown: '"et"' },
  'string-unknown': { path: 'strings/en.yaml', line: 2, shown: '"site.titel"' },
  'strings-invalid': { path: 'strings/en.yaml', line: 2, shown: '"strings.site.title"' },
  'synonyms-invalid': { path: 'synonyms/en.yaml', line: 2, shown: '"passcode"' },
  'text-missing': { path: order },
  'text-untranslated': { path: 'site.yaml', line: 5, shown: '"sections.cards.title"' },
  'theme-contrast': { path: 'themes/theme-contrast/theme.yaml', line: 3, shown: '"onBrand"' },
  'theme-file-unknown': { path: 'themes/theme-file-unknown/parts/Heder.astro', shown: '"parts/Heder.astro"' },
  'theme-invalid': { path: 'themes/theme-invalid/theme.yaml', line: 3, shown: '"pilvi blue"' },
  'theme-part-style': { path: 'themes/theme-part-style/parts/Header.astro', line: 2, shown: '"parts/Header.astro"' },
  'theme-part-unknown': { path: 'themes/theme-part-unknown/theme.css', line: 1, shown: '"heder"' },
  'theme-physical': { path: 'themes/theme-physical/theme.css', line: 2, shown: '"margin-left"' },
  'theme-remote': { path: 'themes/theme-remote/theme.css', line: 2, shown: '"https://example.com/sky.jpg"' },
  'theme-token-set': { path: 'themes/theme-token-set/theme.css', line: 2, shown: '"--hc-text"' },
  'theme-token-unknown': { path: 'themes/theme-token-unknown/theme.css', line: 2, shown: '"--hc-txt"' },
  'theme-missing': { path: 'themes/plian/theme.yaml', shown: '"plian"' },
  'ticket-counts-invalid': { path: 'tickets/zendesk.csv', line: 2, shown: '"2026-11-31"' },
  'ticket-sources-invalid': { path: 'tickets.yaml', line: 3, shown: '"zendeks"' },
  'topic-claimed-twice': { path: 'topics.yaml', shown: '"lost_card"' },
  'topic-unknown': { path: order, line: 3, shown: '"card-lots"' },
  'topics-invalid': { path: 'topics.yaml', line: 3, shown: '"category"' },
  'translation-orphan': { path: 'articles/fi/cards/freeze.mdx', shown: 'articles/en/cards/freeze.mdx' },
  'translation-outdated': { path: 'articles/fi/cards/order.mdx', shown: order },
  'variable-unknown': { path: order, line: 5, shown: '"{facts.cardFe}"' },
  'widget-unknown': { path: 'site.yaml', shown: '"cards/ordr"' },
  'words-invalid': { path: 'tickets/words.yaml', line: 3, shown: '"often"' },
};

async function findingsIn(dir: string): Promise<Finding[]> {
  const { findings, searches } = await checkContent(dir, undefined);
  // This one is found only in a built site.
  return dir.endsWith('search-lost') ? [...findings, ...(await trySearches(searches, dir))] : findings;
}

it('every code has its smallest broken folder, and no folder is left over', async () => {
  expect((await readdir(broken)).sort()).toEqual([...Object.keys(codes), 'themes'].sort());
});

describe.each(Object.entries(mistakes))('%s', async (code, { path, line, shown }) => {
  const findings = await findingsIn(join(broken, code));

  it('is raised once, and nothing else is', () => {
    expect(findings.map((found) => found.code)).toEqual([code]);
  });

  it('says where', () => {
    const [found] = findings.filter((one) => one.code === code);
    expect({ path: found?.path, line: found?.line }).toEqual({ path, line });
  });

  it('says it in the one voice', () => {
    const [found] = findings.filter((one) => one.code === code);
    expect(found).toBeDefined();
    if (!found) return;
    expect(voiceFaults(found)).toEqual([]);
    if (shown !== undefined) expect(found.says).toContain(shown);
  });
});
