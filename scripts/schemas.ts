import { join } from 'node:path';
import { editorSchemas } from '#io/editor-schemas.ts';
import { engineDir } from '#io/engine.ts';
import { replaceFiles } from '#io/replace-file.ts';

// Run by `npm ci`; editors find the schemas as .vscode/settings.json says.
const files = [...(await editorSchemas())].map(
  ([name, schema]) => [join(engineDir, '.schemas', `${name}.json`), `${JSON.stringify(schema, null, 1)}\n`] as const,
);
await replaceFiles(files);
