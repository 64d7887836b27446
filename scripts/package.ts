import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { engineDir } from '#io/machine/engine.ts';
import { listFiles } from '#io/machine/files.ts';
import { editorSchemas } from '#io/records/editor-schemas.ts';
import { digest } from '#kb/values/digest.ts';
import { compiledImports, compileModule } from './package/compile.ts';
import { manifest } from './package/manifest.ts';
import { declarations } from './package/types.ts';

// Run by `npm pack`: writes the engine as it is installed to `lib/`, or to the folder that is named. What Node runs is compiled, because Node reads no
// TypeScript below `node_modules`. Astro compiles the components itself.

/** What only the repository needs. */
const ownCommands = ['bench', 'docs', 'lint', 'package', 'sample-tickets', 'sample-votes', 'sbom', 'schemas'];
const rooms = ['scripts', 'src', 'themes'];
const lib = resolve(process.argv[2] ?? join(engineDir, 'lib'));

await rm(lib, { recursive: true, force: true });
const digests: string[] = [];
const write = async (path: string, content: string | Uint8Array) => {
  digests.push(path, digest(content));
  await mkdir(dirname(join(lib, path)), { recursive: true });
  await writeFile(join(lib, path), content);
};

for (const room of rooms)
  for (const file of (await listFiles(join(engineDir, room))).sort()) {
    const path = `${room}/${file}`;
    const [name = ''] = file.split(/[./]/);
    if ((room === 'scripts' && ownCommands.includes(name)) || path.endsWith('.d.ts')) continue;
    const content = await readFile(join(engineDir, path));
    if (path.endsWith('.ts')) await write(path.replace(/\.ts$/, '.js'), compileModule(content.toString(), path));
    else if (extname(path) === '.astro') await write(path, compiledImports(content.toString()));
    else await write(path, content);
  }
await write('astro.config.mjs', compiledImports(await readFile(join(engineDir, 'astro.config.mjs'), 'utf8')));
await write('tsconfig.json', await readFile(join(engineDir, 'tsconfig.json')));
for (const [path, text] of declarations(engineDir, 'src/ui/parts/props.ts')) await write(path, text);
for (const [name, schema] of await editorSchemas())
  await write(`schemas/${name}.json`, `${JSON.stringify(schema, null, 1)}\n`);
const own = JSON.parse(await readFile(join(engineDir, 'package.json'), 'utf8'));
await write('package.json', manifest(own, ownCommands, digest(...digests).slice(0, 12)));
await cp(join(engineDir, 'LICENSE'), join(lib, 'LICENSE'));
