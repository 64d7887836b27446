import { keep, readKept } from './kept-file.ts';
import { makeTracer, type Read, type Tracer } from './trace.ts';

/** The pages of articles as earlier builds rendered them. */
export interface KeptPages extends Pick<Tracer, 'watch'> {
  /** The page as it was rendered before, if it would be the same; otherwise it is rendered. */
  page(path: string, render: () => Promise<string>): Promise<string>;
  save(): Promise<void>;
}

interface KeptPage {
  /** What it was rendered with. */
  with: string;
  reads: readonly Read[];
  /** In UTF-8, which takes half the memory. */
  html: Uint8Array;
}

/**
 * @param name of the file of this site
 * @param around a digest of everything that pages depend on besides the site; asked when the first page is rendered
 */
export async function openKeptPages(name: string, around: () => Promise<string>): Promise<KeptPages> {
  const before = await readKept<KeptPage>(name);
  const now = new Map<string, KeptPage>();
  const tracer = makeTracer();
  let key: Promise<string> | undefined;
  let isChanged = false;
  return {
    watch: tracer.watch,
    async page(path, render) {
      key ??= around();
      const made = before.get(path);
      if (made && made.with === (await key) && tracer.isSame(made.reads)) {
        now.set(path, made);
        return Buffer.from(made.html).toString();
      }
      const { rendered, reads } = await tracer.during(render);
      if (reads) now.set(path, { with: await key, reads, html: Buffer.from(rendered) });
      isChanged = true;
      return rendered;
    },
    save: () => keep(name, now, !isChanged && now.size === before.size),
  };
}
