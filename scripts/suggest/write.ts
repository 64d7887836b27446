import { join } from 'node:path';
import { replaceFiles } from '#io/machine/atomic-write.ts';
import { readText } from '#io/machine/files.ts';
import type { Suggestions } from '#kb/tickets/measures/suggestion.ts';
import { editFrontMatter, editYamlList } from '#markdown/front-matter-text.ts';
import { findingsText } from '#report/findings-text.ts';
import { checkWithProgress } from '../shared/content-progress.ts';
import { failureText, NOTHING, Refusal } from '../shared/failures.ts';
import { addSynonym } from './add-synonym.ts';
import { plainScalar } from './plain-scalar.ts';

/**
 * Writes aliases into front matter, and synonyms into their files. Comments and formatting stay.
 *
 * @returns the changed files, relative to the content folder
 * @throws Refusal if it can't be written, or there would be new errors; then nothing is changed
 */
export async function writeSuggestions(content: string, { articles, synonyms }: Suggestions): Promise<string[]> {
  const before = new Map<string, string>();
  const texts = new Map<string, string>();
  const edit = async (path: string, change: (text: string) => string) => {
    const old = texts.get(path) ?? (await readText(join(content, path))) ?? '';
    if (old.includes('\ufffd')) throw new Refusal(`${path} isn't UTF-8. Save it as UTF-8 first. ${NOTHING}`);
    if (!before.has(path)) before.set(path, old);
    texts.set(path, change(old));
  };
  for (const { path, aliases } of articles)
    await edit(path, (text) =>
      editFrontMatter(text, (yaml) =>
        editYamlList(
          yaml,
          'aliases',
          aliases.map(({ alias }) => plainScalar(alias)),
          [],
        ),
      ),
    );
  for (const { locale, own, word } of synonyms)
    await edit(`synonyms/${locale}.yaml`, (text) => addSynonym(text, own, word));
  const known = new Set(
    (await checkWithProgress(content, undefined)).findings.map(({ code, path }) => `${code} ${path}`),
  );
  const replace = (files: ReadonlyMap<string, string>) =>
    replaceFiles([...files].map(([path, text]) => [join(content, path), text] as const));
  await replace(texts).catch((error: unknown) => {
    throw new Refusal(`${failureText(error)} ${NOTHING}`);
  });
  const fresh = (await checkWithProgress(content, undefined)).findings.filter(
    ({ code, path, severity }) => severity === 'error' && !known.has(`${code} ${path}`),
  );
  if (fresh.length > 0) {
    await replace(before);
    throw new Refusal(
      `With these words there would be new findings:\n\n${findingsText(fresh)}\n\nNothing was changed.`,
    );
  }
  return [...texts].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
}
