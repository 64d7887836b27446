import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { engineDir } from '#io/machine/engine.ts';

// People copy what CONTRIBUTING.md shows, so its examples must fit the code as it is now.
const read = (path: string) => readFileSync(join(engineDir, path), 'utf8');
const blocks = [...read('CONTRIBUTING.md').matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)];
const blocksOf = (language: string) => blocks.filter(([, is]) => is === language).map(([, , text = '']) => text);

/** What the repository looks like with all examples in it: changed and new files, by path. */
const files = new Map([['astro-files.d.ts', "declare module '*.astro';"]]);
for (const text of blocksOf('ts')) files.set(/^\/\/ (\S+)/.exec(text)?.[1] ?? 'unnamed', text);
// TypeScript can't read Astro files, but what is between the lines of --- is TypeScript.
for (const text of blocksOf('astro')) {
  const [, code = '', path = ''] = /^---\n(\/\/ (\S+)[\s\S]*?)^---$/m.exec(text) ?? [];
  files.set(`${path}.ts`, `declare const Astro: { params: { locale: string } };\n${code}`);
}
for (const text of blocksOf('diff'))
  for (const part of text.split(/^\+\+\+ /m).slice(1)) {
    const [path = '', ...lines] = part.trimEnd().split('\n');
    files.set(path, changed(path, lines));
  }

/** A file with the lines of a diff added and removed; each of its other lines must be in the file, in this order. */
function changed(path: string, lines: readonly string[]): string {
  const rows = read(path).split('\n');
  let at = 0;
  for (const line of lines) {
    const text = line.slice(1);
    if (line.startsWith('+')) rows.splice(at++, 0, text);
    else {
      at = rows.indexOf(text, at);
      expect(at, `${path} has no line "${text}"`).not.toBe(-1);
      if (line.startsWith('-')) rows.splice(at, 1);
      else at += 1;
    }
  }
  return rows.join('\n');
}

it('the examples in CONTRIBUTING.md compile', () => {
  const { config } = ts.readConfigFile(join(engineDir, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, engineDir);
  // What only the markup of an Astro file uses looks unused here.
  const own = { ...options, noEmit: true, noUnusedLocals: false, types: ['node', 'astro/client'] };
  const host = ts.createCompilerHost(own);
  const texts = new Map([...files].map(([path, text]) => [join(engineDir, path), text]));
  const { readFile, fileExists } = host;
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  const roots = [...texts.keys()].filter((path) => path.endsWith('.ts'));
  const program = ts.createProgram([...roots, join(engineDir, 'src/env.d.ts')], own, host);
  const wrong = roots.flatMap((path) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
  });
  expect(roots).not.toEqual([]);
  expect(wrong).toEqual([]);
});
