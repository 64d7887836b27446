import { type BuiltPage, builtPage } from '../headers/built-page.ts';
import { keep, readKept } from './kept-file.ts';
import { makeTracer, type Read, type Tracer } from './trace.ts';

/** Pages as earlier builds rendered them. */
export interface KeptPages extends Pick<Tracer, 'watch'> {
  /** The page as it was rendered before, if it would be the same; otherwise it is rendered. */
  page(path: string, render: () => Promise<string>): Promise<BuiltPage>;
  save(): Promise<void>;
}

interface KeptPage extends BuiltPage {
  /** What it was rendered with. */
  with: string;
  reads: readonly Read[];
}

/** Renders every page. */
export const renderAnew: KeptPages = {
  watch: (store) => store,
  page: async (_, render) => builtPage(await render()),
  save: async () => {},
};

/**
 * @param name of the file of this site
 * @param key a digest of everything that pages depend on besides what they read from the site
 */
export async function openKeptPages(name: string, key: string): Promise<KeptPages> {
  const before = await readKept<KeptPage>(name);
  const now = new Map<string, KeptPage>();
  const tracer = makeTracer();
  return {
    watch: tracer.watch,
    async page(path, render) {
      const made = before.get(path);
      if (made && made.with === key && tracer.isSame(made.reads)) {
        now.set(path, made);
        return made;
      }
      const { rendered, reads } = await tracer.during(render);
      const page = builtPage(rendered);
      if (reads) now.set(path, { ...page, with: key, reads });
      return page;
    },
    save: () => keep(name, now, before),
  };
}
