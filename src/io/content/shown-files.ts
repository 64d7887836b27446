import { join } from 'node:path';
import { shownParts } from '#markdown/shown-parts.ts';
import { readText } from '../machine/files.ts';

/** What a page shows of other files: a change of these changes the page. */
export interface ShownFiles {
  /** Paths of snippets, relative to the content folder. */
  snippets: ReadonlySet<string>;
  /** Names in facts.yaml. */
  facts: ReadonlySet<string>;
}

/**
 * Reads what each article shows, also through snippets in snippets.
 *
 * @param paths of articles, relative to the content folder
 */
export async function readShownFiles(
  contentDir: string,
  paths: readonly string[],
  defaultLocale: string,
): Promise<Map<string, ShownFiles>> {
  const texts = new Map<string, Promise<string | undefined>>();
  const textOf = (path: string) => {
    const text = texts.get(path) ?? readText(join(contentDir, path)).catch(() => undefined);
    texts.set(path, text);
    return text;
  };
  const shown = new Map<string, ShownFiles>();
  for (const path of paths) {
    const [, locale = ''] = path.split('/');
    const [snippets, facts] = [new Set<string>(), new Set<string>()];
    const open = [path];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const parts = shownParts((await textOf(next)) ?? '');
      for (const fact of parts.facts) facts.add(fact);
      for (const name of parts.snippets)
        for (const file of [`snippets/${locale}/${name}.mdx`, `snippets/${defaultLocale}/${name}.mdx`]) {
          if ((await textOf(file)) === undefined) continue;
          if (!snippets.has(file)) open.push(file);
          snippets.add(file);
          // The default language is only shown if there is no translation.
          break;
        }
    }
    shown.set(path, { snippets, facts });
  }
  return shown;
}
