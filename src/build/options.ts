import { resolve } from 'node:path';
import { engineDir } from '#io/machine/engine.ts';

/** The options of a build. Paths are absolute. */
export interface BuildOptions {
  contentDir: string;
  outDir: string;
  /** The folder of the site from before, whose files are taken where they are the same. */
  before?: string | undefined;
  /** The folder whose history is read, if `contentDir` is a copy of it. */
  historyDir?: string | undefined;
  /** A folder of this build alone; without one, Astro keeps its data for the next run. */
  workDir?: string | undefined;
  /** Named on the command line; otherwise `site.yaml` says it. */
  theme?: string | undefined;
  /** The address it is published under; otherwise `site.yaml` says it. */
  site?: string | undefined;
  audience: 'public' | 'internal';
  /** The day of the build, `YYYY-MM-DD`. It decides what is published. */
  today: string;
  /** The paths of published articles that import components; while writing, all that do. */
  codeArticles?: readonly string[] | undefined;
  /** Topic ids, the most asked first. */
  popular: readonly string[];
  /** Ids of topics that recur and rise. Apart from the order of topics, the site gets nothing else from the tickets. */
  rising: readonly string[];
  /** Whether no code of the content folder or the theme is run. */
  untrusted?: boolean | undefined;
  /** The languages whose pages and search are made, if it is a part of a site. */
  locales?: readonly string[] | undefined;
  /** The name under which pages are kept for the next build, if they are. */
  kept?: string | undefined;
  /** Whether to build the theme gallery; never in a published site. */
  gallery?: boolean | undefined;
  /** Whether it is the preview while writing, which shows all articles and keeps what was readable; never a build. */
  writing?: boolean | undefined;
}

// Astro loads its configuration and the content loaders itself, so options reach them through the environment.
const variable = 'OHJE_OPTIONS';

export function handOver(options: BuildOptions): void {
  // A build sends nothing to anyone.
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env[variable] = JSON.stringify(options);
}

/** The options of the running build, or the sample help center if Astro was started directly. */
export function currentOptions(): BuildOptions {
  const text = process.env[variable];
  return text === undefined
    ? {
        contentDir: resolve(engineDir, 'content'),
        outDir: resolve(engineDir, 'dist'),
        audience: 'public',
        today: new Date().toISOString().slice(0, 10),
        popular: [],
        rising: [],
      }
    : (JSON.parse(text) as BuildOptions);
}

/** The path of the site's root, starting and ending with "/". */
export function basePath(site: string | undefined): string {
  const path = site === undefined ? '/' : new URL(site).pathname;
  return path.endsWith('/') ? path : `${path}/`;
}
