import { join } from 'node:path';
import { replaceFiles } from '#io/machine/atomic-write.ts';
import { engineDir } from '#io/machine/engine.ts';
import { editorSchemas } from '#io/records/editor-schemas.ts';

// Run by `npm ci`; editors find the schemas as .vscode/settings.json says.
const files = [...(await editorSchemas())].map(
  ([name, schema]) => [join(engineDir, '.schemas', `${name}.json`), `${JSON.stringify(schema, null, 1)}\n`] as const,
);
await replaceFiles(files);
