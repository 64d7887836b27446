import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { engineDir } from '#io/machine/engine.ts';
import { onceEach } from '#io/machine/files.ts';
import { defineCommand } from '../shared/command.ts';
import { UsageError } from '../shared/failures.ts';
import { nameOf } from '../shared/paths.ts';
import { runCommand } from '../shared/run-command.ts';

export const command = defineCommand({
  name: 'lint:prose',
  summary:
    'Find words that we avoid, and slips such as a word written twice, in the English that people read: documentation, articles, interface texts, messages and comments. Nothing is changed.',
  details: 'The words are in scripts/lint/house-words.yaml. To add one, add a line.',
  arguments: {
    paths: { placeholder: 'PATH', about: 'File or folder to read (default: everything)', optional: true, repeat: true },
  },
  options: {},
  examples: ['npm run lint:prose', 'npm run lint:prose -- docs README.md'],
  run: async (_, { paths }) => {
    // Only developers install what these import, but `npm ci` reads this declaration everywhere.
    const { houseWords } = await import('./house-words.ts');
    const { lintFiles } = await import('./lint-files.ts');
    const { filesAt, proseFiles } = await import('./prose-files.ts');
    const locales = (await readdir(join(engineDir, 'src/ui/strings'))).map((name) => name.replace('.yaml', ''));
    const others = locales.filter((locale) => locale !== 'en');
    const words = houseWords(await readFile(join(engineDir, 'scripts/lint/house-words.yaml'), 'utf8'));
    const all = await proseFiles(engineDir, others);
    const files = paths.length === 0 ? all : onceEach((await Promise.all(paths.map(filesOf))).flat());
    const found = await lintFiles(engineDir, files, words, others);
    for (const { path, line, column, says } of found)
      process.stdout.write(`${nameOf(join(engineDir, path))}:${line}:${column} ${says}\n`);
    process.stdout.write(
      found.length === 0
        ? `No problems found in ${count(files.length, 'file')}.\n`
        : `\n${count(found.length, 'problem')} in ${count(new Set(found.map(({ path }) => path)).size, 'file')}.\n`,
    );
    return found.length === 0 ? 0 : 1;

    async function filesOf(path: string): Promise<string[]> {
      const files = await filesAt(engineDir, resolve(path), all);
      if (files === undefined) throw new UsageError(`There is no file or folder "${path}".`);
      if (files.length === 0)
        throw new UsageError(`"${path}" has no text to read: Markdown, MDX, YAML, TypeScript, Astro or CSS.`);
      return files;
    }
  },
});

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

if (import.meta.main) await runCommand(command);
