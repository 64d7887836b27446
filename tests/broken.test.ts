import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkContent } from '#io/check-content.ts';
import { trySearches } from '#io/search/try-searches.ts';
import { codes } from '#kb/findings/codes.ts';
import type { Finding } from '#kb/findings/finding.ts';
import { missingRedirects } from '#kb/rules/lost-addresses.ts';
import { sampleFileFindings } from '#kb/rules/sample-files.ts';
import { voiceFaults } from './voice.ts';

// Each folder is a content folder of its own; the broken themes are next to them, as a company's would be. They are read
// in a copy, because a check in our repository goes through its whole history.
const root = await mkdtemp(join(tmpdir(), 'ohje-'));
const broken = join(root, 'broken');
await cp(join(import.meta.dirname, 'fixtures/broken'), broken, { recursive: true });
afterAll(() => rm(root, { recursive: true, force: true }));

/** What `expected.yaml` in such a folder says: the file at fault, its line if it has one, and what the message must quote. */
const Expected = z.strictObject({ path: z.string(), line: z.number().optional(), shown: z.string().optional() });

const expectedOf = async (code: string) =>
  Expected.parse(parse(await readFile(join(broken, code, 'expected.yaml'), 'utf8')));

async function findingsIn(dir: string): Promise<Finding[]> {
  const { library, findings, searches } = await checkContent(dir, undefined, {}, '2026-11-30');
  // These are found only in the history of the content and in a built site.
  if (library && dir.endsWith('redirect-missing'))
    return missingRedirects(library, [
      { path: 'articles/en/cards/get-a-card.mdx', now: 'articles/en/cards/order.mdx' },
    ]);
  if (dir.endsWith('sample-file'))
    return [...findings, ...sampleFileFindings(['announcements/card-payments-fail.yaml'])];
  return dir.endsWith('search-lost') ? [...findings, ...(await trySearches(searches, dir))] : findings;
}

it('every code has a smallest broken folder, and every folder has a code', async () => {
  expect((await readdir(broken)).sort()).toEqual([...Object.keys(codes), 'themes'].sort());
});

describe.each(Object.keys(codes))('%s', async (code) => {
  const { path, line, shown } = await expectedOf(code);
  const findings = await findingsIn(join(broken, code));

  it('is the only finding, and reported once', () => {
    expect(findings.map((found) => found.code)).toEqual([code]);
  });

  it('says where', () => {
    const [found] = findings.filter((one) => one.code === code);
    expect({ path: found?.path, line: found?.line }).toEqual({ path, line });
  });

  it('follows the rules for messages', () => {
    const [found] = findings.filter((one) => one.code === code);
    expect(found).toBeDefined();
    if (!found) return;
    expect(voiceFaults(found)).toEqual([]);
    if (shown !== undefined) expect(found.says).toContain(shown);
  });
});
