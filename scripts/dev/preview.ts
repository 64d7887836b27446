import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AstroIntegration, dev } from 'astro';
import { close as closePagefind } from 'pagefind';
import { type BuildOptions, basePath, handOver } from '#build/options.ts';
import { type CheckedContent, checkContent } from '#io/check-content.ts';
import { themeDir } from '#io/content/read-theme.ts';
import { engineDir } from '#io/machine/engine.ts';
import type { Library } from '#kb/content/library.ts';
import { measureCoverage, popularTopics } from '#kb/tickets/worklist/coverage.ts';
import { risingTopics } from '#kb/tickets/worklist/rising-topics.ts';
import { findingsText } from '#report/findings-text.ts';
import { pageUrl } from '#ui/urls.ts';
import { checkOnSave } from './checker.ts';
import { previewFolder } from './preview-folder.ts';
import { previewPlugin } from './preview-plugin.ts';
import { previewSearch } from './preview-search.ts';
import { waitForSite } from './wait-for-site.ts';

export interface PreviewOptions {
  /** Absolute. */
  contentDir: string;
  theme: string | undefined;
  port: number;
  /** Whether other devices can open it. */
  host: boolean;
}

type Ready = CheckedContent & { library: Library };

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
  const check = () => checkContent(contentDir, theme, {}, dayNow());
  const isReady = (checked: CheckedContent): checked is Ready =>
    checked.library !== undefined && themeDir(theme ?? checked.library.site.theme, contentDir) !== undefined;
  let checked = await check();
  if (checked.findings.length > 0) process.stdout.write(`${findingsText(checked.findings)}\n\n`);
  // There is nothing to wait for.
  if (!existsSync(contentDir)) return 1;
  while (!end.signal.aborted) {
    if (!isReady(checked)) {
      const opened = (actual: number) => {
        port = actual;
        process.stdout.write(`The site can't be shown yet. What to fix: http://localhost:${port}/\n\n`);
      };
      checked = await waitForSite(checked, isReady, check, { contentDir, port, host }, opened, end.signal);
    } else ({ checked, port } = await serve(checked, { ...options, port }, check, isReady, end.signal));
  }
  await closePagefind();
  return 0;
}

/** Serves the site until it has to be started anew, or the process is asked to end. */
async function serve(
  first: Ready,
  { contentDir, theme, port, host }: PreviewOptions,
  check: () => Promise<CheckedContent>,
  isReady: (checked: CheckedContent) => checked is Ready,
  ended: AbortSignal,
): Promise<{ checked: CheckedContent; port: number }> {
  const { site } = first.library;
  const name = theme ?? site.theme;
  const coverage = measureCoverage(first.library, first.sources);
  const today = dayNow();
  const build: BuildOptions = {
    contentDir,
    outDir: resolve('dist'),
    theme,
    audience: 'internal',
    today,
    popular: popularTopics(coverage),
    rising: risingTopics(coverage, today),
    gallery: true,
    writing: true,
  };
  handOver(build);
  const base = basePath(site.url);
  const restart = new AbortController();
  let tell = () => {};
  let address = '';
  const search = previewSearch(build, (shown) => articleAt(address + pageUrl(base, shown.locale, shown.article.id)));
  const started = fixedParts(first.library);
  const checker = checkOnSave(first, check, ({ checked, library }) => {
    tell();
    search.update(library);
    if (isReady(checked) && fixedParts(checked.library) !== started) restart.abort();
  });
  const themeFolder = themeDir(name, contentDir);
  const plugin = previewPlugin({
    checker,
    search,
    about: { contentDir, base, today },
    folders: [contentDir, ...(themeFolder ? [themeFolder] : [])],
    onOpen: (send) => {
      tell = send;
    },
  });
  const root = await previewFolder(contentDir, name);
  const server = await dev({
    root,
    configFile: relative(root, join(engineDir, 'astro.config.mjs')),
    srcDir: join(engineDir, 'src'),
    server: { port, ...(host && { host: true }) },
    logLevel: 'info',
    vite: { plugins: [plugin] },
    integrations: [previewScript()],
  });
  address = `http://localhost:${server.address.port}`;
  const network = server.resolvedUrls.network.map((url) => `On your phone: ${new URL(base, url).href}\n`);
  process.stdout.write(`\n${network.join('')}The theme "${name}": ${address}${base}theme/\n\n`);
  search.update(first.library);
  await new Promise<void>((done) => {
    for (const signal of [ended, restart.signal])
      if (signal.aborted) done();
      else signal.addEventListener('abort', () => done(), { once: true });
  });
  checker.stop();
  await search.stop();
  await server.stop();
  return { checked: checker.checked, port: server.address.port };
}

/** `YYYY-MM-DD` */
function dayNow(): string {
  return new Date().toISOString().slice(0, 10);
}

/** What a running server cannot change. */
function fixedParts({ site }: Library): string {
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

// In milliseconds. A page that doesn't answer must not keep all others from being found.
const PATIENCE = 10_000;

/**
 * The article of a page of the running server, which renders the components it imports. Without an answer it's empty, and
 * found by its title until the next save.
 */
async function articleAt(url: string): Promise<string> {
  const html = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) })
    .then((answer) => (answer.ok ? answer.text() : ''))
    .catch((error: unknown) => {
      process.stderr.write(`Until the next save, the search only knows the title of ${url}. ${String(error)}\n`);
      return '';
    });
  return html.slice(html.indexOf('<article'), html.lastIndexOf('</article>') + '</article>'.length);
}
