/** The parts of the repository's package.json that packages are made from. */
interface OwnManifest {
  version: string;
  description: string;
  license: string;
  imports: Readonly<Record<string, string>>;
  scripts: Readonly<Record<string, string>>;
  dependencies: Readonly<Record<string, string>>;
}

/**
 * The package.json of the installed engine: its commands, its imports, and the key of the copy that projects keep of it.
 *
 * @param ownCommands names of commands that only the repository has
 * @param key differs for every state of the engine
 */
export function engineManifest(own: OwnManifest, ownCommands: readonly string[], key: string): string {
  const { version, dependencies } = own;
  return json({
    name: 'ohje-engine',
    version,
    key,
    private: true,
    type: 'module',
    imports: compiledModules(own),
    scripts: compiledCommands(own, ownCommands),
    dependencies,
  });
}

/**
 * The package.json of create-ohje, which `npm create ohje` runs.
 *
 * @param packages names of the packages that its modules import
 * @param bin the module to run
 */
export function createManifest(
  own: OwnManifest,
  ownCommands: readonly string[],
  packages: ReadonlySet<string>,
  bin: string,
): string {
  const { version, license, dependencies } = own;
  return json({
    name: 'create-ohje',
    version,
    description: 'Starts a help center with Ohje: npm create ohje',
    license,
    type: 'module',
    bin: { 'create-ohje': bin },
    imports: compiledModules(own),
    scripts: compiledCommands(own, ownCommands),
    dependencies: Object.fromEntries(Object.entries(dependencies).filter(([name]) => packages.has(name))),
  });
}

function compiledCommands({ scripts }: OwnManifest, ownCommands: readonly string[]): Record<string, string> {
  const compiled = Object.entries(scripts).flatMap(([name, line]) => {
    const file = /^node scripts\/([\w-]+)\.ts$/.exec(line)?.[1];
    return file === undefined || ownCommands.includes(file) ? [] : [[name, `node scripts/${file}.js`]];
  });
  return Object.fromEntries(compiled);
}

/** The second name of each is for parts of themes, which import the engine's modules as the documentation names them. */
function compiledModules({ imports }: OwnManifest): Record<string, string> {
  const compiled = Object.entries(imports).flatMap(([from, to]) => [
    [from, to],
    [`${from}.ts`, `${to}.js`],
  ]);
  return Object.fromEntries(compiled);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
