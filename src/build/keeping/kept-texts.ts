import { engineDir } from '#io/machine/engine.ts';
import type { Article } from '#kb/content/article.ts';
import { type CompileArticle, compile } from '#markdown/compile.ts';
import { engineKey, pageRooms } from './engine-key.ts';
import { keep, longDigest, readKept } from './kept-file.ts';

/** Articles as earlier builds read them. */
export interface KeptTexts {
  /** Compiles an article, unless it was before, and everything it can refer to is the same. */
  compileArticle: CompileArticle;
  save(): Promise<void>;
}

interface KeptText {
  article: Article;
  html: string;
}

/**
 * Articles with findings are read each time, and so are those that import components, because the files of the
 * components can change.
 *
 * @param name of the file of this site
 */
export async function openKeptTexts(name: string): Promise<KeptTexts> {
  const [before, engine] = await Promise.all([readKept<KeptText>(name), engineKey(engineDir, pageRooms)]);
  const now = new Map<string, KeptText>();
  return {
    compileArticle(file, scope, around) {
      const key = longDigest(engine, around, file.path, file.source);
      const known = before.get(key);
      if (known) {
        now.set(key, known);
        return { article: known.article, findings: [], html: () => known.html };
      }
      const compiled = compile(file, scope);
      const { article, findings } = compiled;
      const html = article && findings.length === 0 ? compiled.html() : undefined;
      if (!article || html === undefined) return compiled;
      now.set(key, { article, html });
      return { ...compiled, html: () => html };
    },
    save: () => keep(name, now, before),
  };
}
