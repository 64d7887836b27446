import { readFile, rm } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { createFolder, writeFiles } from '#io/machine/atomic-write.ts';
import { engineDir } from '#io/machine/engine.ts';
import { listFiles } from '#io/machine/files.ts';
import { editorSchemas, frontMatterSchema } from '#io/records/editor-schemas.ts';
import { digest } from '#kb/values/digest.ts';
import { compiledImports, compileModule } from './package/compile.ts';
import { createManifest, engineManifest } from './package/manifest.ts';
import { reachable } from './package/reachable.ts';
import { declarations } from './package/types.ts';

// Run by `npm pack`. Writes the engine as it is installed to `lib/`, and the package for `npm create ohje` to
// `create-ohje/`, or both into the folder that is named. What Node runs is compiled, because Node reads no TypeScript
// below `node_modules`. Astro compiles the components itself.

/** What only the repository needs. */
const ownCommands = ['bench', 'docs', 'lint', 'package', 'sample-tickets', 'sbom'];
const rooms = ['scripts', 'src', 'themes'];
const create = 'scripts/create-ohje.js';

type Files = Map<string, string | Uint8Array>;

const own = JSON.parse(await readFile(join(engineDir, 'package.json'), 'utf8'));
const license = await readFile(join(engineDir, 'LICENSE'));
const engine = await engineFiles();
const into = resolve(process.argv[2] ?? engineDir);
await replaceFolder(join(into, 'lib'), engine);
await replaceFolder(join(into, 'create-ohje'), createFiles(engine));

async function engineFiles(): Promise<Files> {
  const files: Files = new Map();
  for (const room of rooms)
    for (const file of (await listFiles(join(engineDir, room))).sort()) {
      const path = `${room}/${file}`;
      const [name = ''] = file.split(/[./]/);
      if ((room === 'scripts' && ownCommands.includes(name)) || path.endsWith('.d.ts')) continue;
      const content = await readFile(join(engineDir, path));
      if (path.endsWith('.ts')) files.set(path.replace(/\.ts$/, '.js'), compileModule(content.toString(), path));
      else if (extname(path) === '.astro') files.set(path, compiledImports(content.toString()));
      else files.set(path, content);
    }
  files.set('astro.config.mjs', compiledImports(await readFile(join(engineDir, 'astro.config.mjs'), 'utf8')));
  files.set('tsconfig.json', await readFile(join(engineDir, 'tsconfig.json')));
  for (const [path, text] of declarations(engineDir, 'src/ui/parts/props.ts')) files.set(path, text);
  for (const [name, schema] of [...(await editorSchemas()), ['front-matter', frontMatterSchema()] as const])
    files.set(`schemas/${name}.json`, `${JSON.stringify(schema, null, 1)}\n`);
  const key = digest(...[...files].flat()).slice(0, 12);
  return files.set('package.json', engineManifest(own, ownCommands, key));
}

/** Only what starts a help center: it is installed each time someone runs `npm create ohje`. */
function createFiles(engine: Files): Files {
  const texts = new Map([...engine].filter((one): one is [string, string] => typeof one[1] === 'string'));
  const { modules, packages } = reachable([create], texts);
  const data = [...engine.keys()].filter((path) =>
    /^(?:scripts\/new\/site\/starter\/|src\/ui\/strings\/|themes\/[^/]+\/theme\.yaml$)/.test(path),
  );
  const files: Files = new Map();
  for (const path of [...modules, ...data]) files.set(path, engine.get(path) ?? '');
  return files.set('package.json', createManifest(own, ownCommands, packages, create)).set('LICENSE', license);
}

async function replaceFolder(folder: string, files: Files): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await createFolder(folder, (draft) => writeFiles(draft, files));
}
