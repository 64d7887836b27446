import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readSiteSetup } from '#io/content/read-site-setup.ts';
import { engineDir } from '#io/machine/engine.ts';
import { readSampleFiles } from '#io/sample-files.ts';
import { findingsText } from '#report/findings-text.ts';
import { NOTHING, Refusal } from '../../shared/failures.ts';

/** What a company has in its copy of the engine's repository. */
interface OwnContent {
  site: { name: string; locale: string };
  /** Folders to copy, relative to the copy of the repository. */
  folders: string[];
  /** Files of the sample that came with a newer version of the engine, relative to the copy of the repository. */
  ofSample: string[];
  root: string;
}

/**
 * Finds the company's content, themes and components in its copy of the engine's repository.
 *
 * @throws Refusal if there is no content
 */
export async function findOwn(root: string, named: string): Promise<OwnContent> {
  const { setup, findings } = await readSiteSetup(join(root, 'content'));
  if (!setup)
    throw new Refusal(`${findingsText(findings)}\n\n${named} has no content folder that can be read. ${NOTHING}`);
  const { site } = setup;
  const engineThemes = await readdir(join(engineDir, 'themes'));
  const themes = await readdir(join(root, 'themes')).catch(() => []);
  return {
    site: { name: site.name, locale: site.defaultLocale },
    root,
    ofSample: (await readSampleFiles(join(root, 'content'), site.name)).map((path) => `content/${path}`),
    folders: [
      'content',
      // The site's own theme is the company's even if it has the name of a sample.
      ...themes.filter((name) => name === site.theme || !engineThemes.includes(name)).map((name) => `themes/${name}`),
      ...site.components,
    ],
  };
}

/** Copies it into a project. @returns what was copied, a sentence */
export async function copyOwn({ root, folders, ofSample }: OwnContent, project: string): Promise<string[]> {
  const left = new Set(ofSample.map((path) => join(root, path)));
  for (const folder of folders)
    await cp(join(root, folder), join(project, folder), { recursive: true, filter: (from) => !left.has(from) });
  return [
    `Copied ${folders.join(', ')}.`,
    ...(ofSample.length > 0 ? [`Left out what came with the sample: ${ofSample.join(', ')}.`] : []),
  ];
}
