import { setImmediate } from 'node:timers/promises';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import type { BundledApp } from '#io/content/handed-site.ts';

/** A page to render. */
export interface PageToRender {
  address: URL;
  /** Relative to the root of the site. */
  file: string;
  /** @returns its HTML */
  render(): Promise<string>;
}

// Messages to other processes are only sent in between.
const AT_ONCE = 32;

/**
 * Goes through all pages of the site, in an order that depends on nothing but the site.
 *
 * Astro's own loop takes longer for each page than rendering it, and writes all of them itself.
 *
 * @param site the path of its root, ending in "/", and its address, if it is known
 * @param isHere whether a file is made
 * @param take gets each page, and renders it if it must
 */
export async function eachPage(
  app: BundledApp,
  { base, url }: { base: string; url?: string | undefined },
  isHere: (file: string) => boolean,
  take: (page: PageToRender) => Promise<void>,
): Promise<void> {
  const paths = await new StaticPaths(app).getAll();
  for (const [at, { pathname, route }] of paths.entries()) {
    const path = pathname.replace(/^\/|\/$/g, '');
    // As Astro does with a page that browsers never ask for by its address.
    const file = path === '404' ? '404.html' : path === '' ? 'index.html' : `${path}/index.html`;
    if (!isHere(file)) continue;
    const address = new URL(path === '' ? base : `${base}${path}/`, url ?? 'http://localhost');
    await take({
      address,
      file,
      async render() {
        try {
          return await (await app.render(new Request(address), { routeData: route })).text();
        } catch (error) {
          const failed = error as { id?: string };
          if (typeof failed === 'object' && failed !== null) failed.id ??= route.component;
          throw error;
        }
      },
    });
    if (at % AT_ONCE === 0) await setImmediate();
  }
}

/** Makes the same of it as the build that compiled it, in another process. */
export function setUp(app: BundledApp): void {
  const styles = app.manifest.routes.map(
    ({ routeData: { route, component }, styles }) =>
      [`${route}&${component}`, { styles: styles.map((sheet, order) => ({ sheet, order, depth: 0 })) }] as const,
  );
  app.setInternals({ pagesByKeys: new Map(styles) });
  app.setOptions({ settings: { scripts: [] }, logger: app.logger });
}
