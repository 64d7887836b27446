import { join, relative } from 'node:path';
import ts from 'typescript';

/**
 * The declarations of a module and of all that it names. With them, editors know what a part of a theme is given.
 *
 * @param entry relative to the engine
 * @returns texts by path, relative to the engine
 */
export function declarations(engine: string, entry: string): Map<string, string> {
  const { config } = ts.readConfigFile(join(engine, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, engine);
  const program = ts.createProgram([join(engine, entry)], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    allowImportingTsExtensions: true,
    outDir: engine,
    rootDir: engine,
  });
  const texts = new Map<string, string>();
  program.emit(undefined, (path, text) => texts.set(relative(engine, path), text));
  return texts;
}
