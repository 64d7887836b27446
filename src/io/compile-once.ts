import { digest } from '#kb/values/digest.ts';
import { type CompileArticle, type Compiled, compile } from '#markdown/compile.ts';

/** An article as it was compiled, by its path. */
export type KnownArticles = Map<string, { key: string; compiled: Omit<Compiled, 'html'> }>;

/**
 * Compiles articles, and only those again that changed. Articles that import components are not remembered, because the
 * files of the components can change too.
 *
 * Only the data is kept, because the trees of many articles would take too much memory.
 *
 * @param known what was compiled before; what is compiled is added to it
 */
export function compileOnce(known: KnownArticles = new Map()): CompileArticle {
  return (file, scope, around) => {
    const key = digest(around, file.source);
    const before = known.get(file.path);
    if (before?.key === key) return { ...before.compiled, html: () => compile(file, scope).html() };
    const { html, ...compiled } = compile(file, scope);
    if ((compiled.article ?? compiled.draft)?.code) known.delete(file.path);
    else known.set(file.path, { key, compiled });
    return { ...compiled, html };
  };
}
