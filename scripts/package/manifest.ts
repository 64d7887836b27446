/** The parts of the repository's package.json that the installed engine reads. */
interface OwnManifest {
  version: string;
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
export function manifest(own: OwnManifest, ownCommands: readonly string[], key: string): string {
  const { version, imports, dependencies } = own;
  const scripts = Object.entries(own.scripts).flatMap(([name, line]) => {
    const file = /^node scripts\/([\w-]+)\.ts$/.exec(line)?.[1];
    return file === undefined || ownCommands.includes(file) ? [] : [[name, `node scripts/${file}.js`]];
  });
  // The second one is for parts of themes, which import the engine's modules by the names in the documentation.
  const modules = Object.entries(imports).flatMap(([from, to]) => [
    [from, to],
    [`${from}.ts`, `${to}.js`],
  ]);
  return `${JSON.stringify(
    {
      name: 'ohje-engine',
      version,
      key,
      private: true,
      type: 'module',
      imports: Object.fromEntries(modules),
      scripts: Object.fromEntries(scripts),
      dependencies,
    },
    null,
    2,
  )}\n`;
}
