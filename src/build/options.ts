import { resolve } from 'node:path';
import { engineDir } from '#io/machine/engine.ts';

/** What a build is asked to do. Paths are absolute. */
export interface BuildOptions {
  contentDir: string;
  outDir: string;
  /** Named on the command line; otherwise `site.yaml` says it. */
  theme?: string | undefined;
  /** The address it is published under; otherwise `site.yaml` says it. */
  site?: string | undefined;
  audience: 'public' | 'internal';
  /** The day of the build, `YYYY-MM-DD`: what is published is decided by it. */
  today: string;
  /** Topic ids, the most asked first. */
  popular: readonly string[];
  /** Topic ids that recur and rise: with their order all that the site learns of the tickets. */
  rising: readonly string[];
  /** Whether the pages are made that show the theme; never in a site that is published. */
  gallery?: boolean | undefined;
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

/** The path a site lives under, beginning and ending in "/". */
export function basePath(site: string | undefined): string {
  const path = site === undefined ? '/' : new URL(site).pathname;
  return path.endsWith('/') ? path : `${path}/`;
}
