import ts from 'typescript';

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
};

/** The JavaScript of a module of the engine; its imports name the compiled modules. */
export function compileModule(source: string, name: string): string {
  return compiledImports(ts.transpileModule(source, { fileName: name, compilerOptions: options }).outputText);
}

/**
 * Lets every import of an own module name the compiled one: `./rank.ts` gives `./rank.js`.
 *
 * Works on modules and on Astro components. Types stay as they are: nothing is left of their imports when Astro compiles
 * a component.
 */
export function compiledImports(source: string): string {
  return source.replace(
    /(\bfrom\s*|\bimport\s*\(?\s*|\bimport\.meta\.resolve\(\s*)(['"])([.#][^'"\n]*)\.ts\2/g,
    (_, start: string, quote: string, path: string) => `${start}${quote}${path}.js${quote}`,
  );
}
