import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { editorSchemas } from '#io/records/editor-schemas.ts';

/** Tasks, snippets and extensions. "Run Build Task" lists the findings of all files under Problems. */
const folder = join(import.meta.dirname, 'starter/vscode');

/** Settings of Visual Studio Code for people who write in a project. @returns texts by path */
export async function editorFiles(): Promise<[path: string, text: string][]> {
  const names = (await readdir(folder)).sort();
  const files = names.map(
    async (name): Promise<[string, string]> => [`.vscode/${name}`, await readFile(join(folder, name), 'utf8')],
  );
  return [...(await Promise.all(files)), ['.vscode/settings.json', await settings()]];
}

/** The schema of each YAML file that writers edit. */
async function settings(): Promise<string> {
  const places: Record<string, string | string[]> = {
    announcement: 'content/announcements/*.yaml',
    strings: ['content/strings/*.yaml', 'themes/*/strings/*.yaml'],
    synonyms: 'content/synonyms/*.yaml',
    theme: 'themes/*/theme.yaml',
  };
  const names = [...(await editorSchemas()).keys()].sort();
  const all = {
    'yaml.schemas': Object.fromEntries(
      names.map((name) => [`./node_modules/ohje/lib/schemas/${name}.json`, places[name] ?? `content/${name}.yaml`]),
    ),
    '[mdx]': { 'editor.wordWrap': 'on', 'editor.quickSuggestions': { other: 'on' } },
  };
  return `${JSON.stringify(all, null, 2)}\n`;
}
