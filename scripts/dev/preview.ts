import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type BuildOptions, basePath, handOver } from '#build/options.ts';
import { handSite } from '#io/content/handed-site.ts';
import { readSiteSetup } from '#io/content/read-site-setup.ts';
import { themeDir } from '#io/content/read-theme.ts';
import { engineDir } from '#io/machine/engine.ts';
import type { Site } from '#kb/content/site.ts';
import { findingsText } from '#report/findings-text.ts';
import { type Checked, type CheckThread, startCheckThread } from './check-thread.ts';
import { checkOnSave } from './checker.ts';
import { pageGate } from './page-gate.ts';
import { previewFolder } from './preview-folder.ts';
import { type OpenPages, previewPlugin } from './preview-plugin.ts';
import { previewSearch } from './preview-search.ts';
import { savedContent } from './saved-content.ts';
import { waitForSite } from './wait-for-site.ts';

export interface PreviewOptions {
  /** Absolute. */
  contentDir: string;
  theme: string | undefined;
  port: number;
  /** Whether other devices can open it. */
  host: boolean;
}

/**
 * Serves the site while its content is written, until the process is asked to end.
 *
 * It starts anew when something changes that a running server cannot change: the path of the site, its theme, or the
 * folders of its components.
 *
 * @returns the exit code
 */
export async function preview(options: PreviewOptions): Promise<number> {
  const { contentDir, theme, host } = options;
  let { port } = options;
  const end = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end.abort());
  const thread = startCheckThread(contentDir, theme, dayNow);
  const hasTheme = (site: Site) => themeDir(theme ?? site.theme, contentDir) !== undefined;
  const isReady = ({ site }: Checked) => site !== undefined && hasTheme(site);
  const report = ({ findings }: Checked) => {
    if (findings.length > 0) process.stdout.write(`${findingsText(findings)}\n\n`);
  };
  try {
    let first: Promise<Checked> | undefined = thread.check(true);
    while (!end.signal.aborted) {
      const { setup } = await readSiteSetup(contentDir, theme);
      if (setup && hasTheme(setup.site)) {
        const checked = first?.then((one) => {
          report(one);
          return one;
        });
        first = undefined;
        port = await serve(setup.site, checked ?? thread.check(true), thread, { ...options, port }, end.signal);
        continue;
      }
      const checked = await (first ?? thread.check(false));
      if (first) report(checked);
      first = undefined;
      // There is nothing to wait for.
      if (!existsSync(contentDir)) return 1;
      const opened = (actual: number) => {
        port = actual;
        process.stdout.write(`The site can't be shown yet. What to fix: http://localhost:${port}/\n\n`);
      };
      const check = () => thread.check(false);
      await waitForSite(checked, isReady, check, { contentDir, port, host }, opened, end.signal);
    }
  } finally {
    await thread.stop();
  }
  return 0;
}

/**
 * Serves the site until it has to be started anew, or the process is asked to end.
 *
 * @param first the first check, which runs while the server starts
 * @returns the port
 */
async function serve(
  site: Site,
  first: Promise<Checked>,
  { check }: CheckThread,
  { contentDir, theme, port, host }: PreviewOptions,
  ended: AbortSignal,
): Promise<number> {
  const name = theme ?? site.theme;
  const today = dayNow();
  const build: BuildOptions = {
    contentDir,
    outDir: resolve('dist'),
    theme,
    audience: 'internal',
    today,
    popular: [],
    rising: [],
    gallery: true,
    writing: true,
  };
  handOver(build);
  const base = basePath(site.url);
  const restart = new AbortController();
  let pages: OpenPages | undefined;
  const search = previewSearch(build);
  const started = fixedParts(site);
  const checker = checkOnSave(first, check, (checked) => {
    pages?.checked();
    search.update();
    if (checked.site && fixedParts(checked.site) !== started) restart.abort();
  });
  const gate = pageGate();
  const content = savedContent(build, {
    first,
    again: checker.articles,
    replace: (apply) =>
      gate.change(async () => {
        apply();
        await pages?.replaced();
      }),
  });
  handSite({ content: content.now });
  const themeFolder = themeDir(name, contentDir);
  const plugin = previewPlugin({
    content,
    gate,
    checker,
    search,
    about: { contentDir, base, today },
    folders: [contentDir, ...(themeFolder ? [themeFolder] : [])],
    onOpen: (opened) => {
      pages = opened;
    },
  });
  const root = await previewFolder(contentDir, name);
  // It takes a while to load. The check has started before.
  const { dev } = await import('astro');
  const server = await dev({
    root,
    configFile: relative(root, join(engineDir, 'astro.config.mjs')),
    srcDir: join(engineDir, 'src'),
    server: { port, ...(host && { host: true }) },
    logLevel: 'info',
    vite: { plugins: [plugin] },
    integrations: [previewScript()],
  });
  const address = `http://localhost:${server.address.port}`;
  await first;
  const network = server.resolvedUrls.network.map((url) => `On your phone: ${new URL(base, url).href}\n`);
  process.stdout.write(`\n${network.join('')}The theme "${name}": ${address}${base}theme/\n\n`);
  search.start(address + base);
  await new Promise<void>((done) => {
    for (const signal of [ended, restart.signal])
      if (signal.aborted) done();
      else signal.addEventListener('abort', () => done(), { once: true });
  });
  checker.stop();
  await search.stop();
  await server.stop();
  return server.address.port;
}

/** `YYYY-MM-DD` */
function dayNow(): string {
  return new Date().toISOString().slice(0, 10);
}

/** What a running server cannot change. */
function fixedParts(site: Site): string {
  return JSON.stringify([basePath(site.url), site.theme, site.components]);
}

/** Adds to each page what only the preview shows. */
function previewScript(): AstroIntegration {
  const script = fileURLToPath(import.meta.resolve('#ui/client/preview/preview.ts'));
  return {
    name: 'ohje-preview',
    hooks: {
      'astro:config:setup': ({ injectScript }) => injectScript('page', `import ${JSON.stringify(script)};`),
    },
  };
}
