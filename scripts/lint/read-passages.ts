import { astroPassages, cssPassages, testPassages, typescriptPassages } from './code-passages.ts';
import { markdownPassages } from './markdown-passages.ts';
import type { ProsePassage } from './passage.ts';
import { yamlPassages } from './yaml-passages.ts';

/** What a file can be for the linter to find English in it. */
export const readable = /\.(?:md|mdx|yaml|ts|mjs|astro|css)$/;

// Most texts in them are what customers and other programs write.
const played = /^(?:tests|scripts\/sample-tickets)\//;

/**
 * The English that people read in a file.
 *
 * @param others codes of the languages that are not English
 * @throws if the file cannot be parsed
 */
export function readPassages(path: string, source: string, others: readonly string[]): ProsePassage[] {
  if (/\.mdx?$/.test(path)) return markdownPassages(source, path, others);
  if (path.endsWith('.yaml')) return yamlPassages(source, others);
  if (path.endsWith('.css')) return cssPassages(source);
  if (path.endsWith('.astro')) return astroPassages(source);
  return played.test(path) ? testPassages(source, path) : typescriptPassages(source, path);
}
