import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Connect, Plugin } from 'vite';
import { forgetCodeArticles } from '#build/code-articles.ts';
import { contentType } from '#io/machine/content-type.ts';
import type { Library } from '#kb/content/library.ts';
import { CHECKED, CONTENT, STATE, VERSION } from '#ui/client/preview/page-state.ts';
import type { Checker } from './checker.ts';
import { findingsPage } from './findings-page.ts';
import type { PageGate } from './page-gate.ts';
import { type Previewed, pageState, shownFinding, unreadablePath } from './page-state.ts';
import type { PreviewSearch } from './preview-search.ts';
import type { SavedContent } from './saved-content.ts';
import { untilWritten } from './until-written.ts';

const OPEN = '/__open-in-editor';

/** What the plugin needs of the command. */
export interface Preview {
  content: SavedContent;
  gate: PageGate;
  checker: Checker;
  search: PreviewSearch;
  /** Everything but what was read and checked last. */
  about: Omit<Previewed, 'findings' | 'library' | 'content'>;
  /** Folders whose files are read and checked, absolute. */
  folders: readonly string[];
  /** Is called when open pages can be reached. */
  onOpen(pages: OpenPages): void;
}

/** What the server sends to pages. */
export interface OpenPages {
  /** There was another check. */
  checked(): void;
  /** The content was replaced: what was made of the old one is forgotten, and open pages load anew. */
  replaced(): Promise<void>;
}

/**
 * What the preview has besides the pages of the site: their findings, the files that cannot be read, the search of what
 * was saved, and links to the editor. It is part of no build, because only the command adds it.
 */
export function previewPlugin({ content, gate, checker, search, about, folders, onOpen }: Preview): Plugin {
  const { contentDir, base } = about;
  const previewed = (library: Library): Previewed => ({
    ...about,
    findings: checker.findings,
    library,
    content: content.version,
  });
  /** If what was saved can't be read, pages show what was there before. */
  const settled = () => content.settled().catch(() => {});
  return {
    name: 'ohje-preview',
    apply: 'serve',
    configureServer(server) {
      const { client, ...ofServer } = server.environments;
      onOpen({
        checked: () => client.hot.send({ type: 'custom', event: CHECKED }),
        async replaced() {
          forgetCodeArticles(server);
          for (const { hot } of Object.values(ofServer)) hot.send('astro:content-changed', {});
          // Astro hears of it in the next turn.
          await setImmediate();
          client.hot.send({ type: 'full-reload', path: '*' });
        },
      });
      server.watcher.add([...folders]);
      const changed = untilWritten((file) => {
        content.changed(file);
        checker.changed(file);
      });
      server.watcher.on('all', (event, file) => {
        if (!event.endsWith('Dir') && folders.some((folder) => isBelow(file, folder))) changed(file);
      });
      server.middlewares.use((request, response, next) => {
        answer(request, response).then((done) => {
          if (!done) next();
        }, next);
      });
      // After Astro has put its own first: it would show a page about its settings.
      return () => server.middlewares.stack.unshift({ route: '', handle: addSlash });
    },
  };

  /** @returns whether the request was answered */
  async function answer(request: Connect.IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { pathname, searchParams } = addressOf(request);
    const send = (status: number, type: string, body: string | Uint8Array) => {
      response.writeHead(status, {
        'Content-Type': contentType(type),
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      });
      response.end(body);
      return true;
    };
    if (pathname.endsWith(OPEN) || pathname.includes(`${OPEN}/`))
      return mayOpen(request, searchParams.get('file') ?? '', contentDir)
        ? false
        : send(403, 'refused.txt', 'Only files of the content folder can be opened, from this machine only.\n');
    if (pathname === VERSION) return send(200, 'version.txt', String(checker.version));
    if (pathname === STATE) {
      if (isCrossSite(request)) return send(403, 'refused.txt', 'Only for pages of this server.\n');
      await settled();
      await checker.settled();
      const { library } = await content.now();
      const state = pageState(searchParams.get('path') ?? '/', previewed(library), isOfThisMachine(request));
      return send(200, 'state.json', JSON.stringify(state));
    }
    if (pathname.startsWith(`${base}pagefind/`)) {
      await checker.settled();
      const path = pathname.slice(`${base}pagefind/`.length);
      const file = await search.file(path);
      return file ? send(200, path, file) : send(404, 'missing.txt', 'There is no such file in the search index.\n');
    }
    if (request.method !== 'GET' || pathname.startsWith('/@')) return false;
    const isPage = pathname.endsWith('/');
    if (isPage || /\.(?:json|xml|txt|md)$/.test(pathname)) await settled();
    if (!isPage) return false;
    if (await sendUnreadable(pathname, request, (page) => send(500, 'page.html', page))) return true;
    await gate.enter(response);
    response.setHeader('Server-Timing', `${CONTENT};desc="${content.version}"`);
    return false;
  }

  /** Instead of a page that does not exist because its file cannot be read. */
  async function sendUnreadable(pathname: string, request: IncomingMessage, send: (page: string) => boolean) {
    const [, locale = '', id = ''] = /^([^/]+)\/(.+)\/$/.exec(decodeURI(pathname.slice(base.length))) ?? [];
    const { library } = await content.now();
    if (id === '' || library.exact(locale, id)) return false;
    const { defaultLocale } = library.site;
    await checker.settledFor([locale, defaultLocale].map((tag) => join(contentDir, 'articles', tag, `${id}.mdx`)));
    const path = unreadablePath(pathname, previewed(library));
    if (path === undefined) return false;
    const isEditable = isOfThisMachine(request);
    const { findings } = checker;
    const shown = (is: (path: string) => boolean) =>
      findings
        .filter((found) => is(found.path))
        .map((found) => {
          const file = `${join(contentDir, found.path)}${found.line === undefined ? '' : `:${found.line}`}`;
          return shownFinding(found, isEditable ? file : undefined, base);
        });
    const lists = [
      { heading: `In ${path}`, findings: shown((one) => one === path) },
      { heading: 'In files that all pages depend on', findings: shown((one) => !one.startsWith('articles/')) },
    ];
    const title = `The article ${path} can't be read`;
    const about = 'All other pages are shown. This one is shown as soon as you save the file without the errors.';
    return send(findingsPage(title, about, lists, checker.version));
  }
}

/** Leads the address of a page without the slash at its end to the page, as hosts do. */
function addSlash(request: Connect.IncomingMessage, response: ServerResponse, next: Connect.NextFunction): void {
  const { pathname, search } = addressOf(request);
  const isPage = /^(?:\/[^/@._][^/]*)*\/[^/@._][^/.]*$/.test(pathname) && request.headers.accept?.includes('text/html');
  if (!isPage || request.method !== 'GET') {
    next();
    return;
  }
  response.writeHead(302, { Location: `${pathname}/${search}`, 'Cache-Control': 'no-store' });
  response.end();
}

function addressOf({ originalUrl, url = '/' }: Connect.IncomingMessage): URL {
  // Astro takes the path of the site from the start of the address.
  return new URL((originalUrl ?? url).replace(/^\/+/, '/'), 'http://localhost');
}

/** Whether a file can be opened in the editor: one of the content folder, asked for by a page of this server. */
function mayOpen(request: IncomingMessage, asked: string, contentDir: string): boolean {
  const file = resolve(asked.replace(/(?::\d+){1,2}$/, ''));
  return isOfThisMachine(request) && !isCrossSite(request) && isBelow(file, contentDir);
}

function isOfThisMachine({ socket, headers }: IncomingMessage): boolean {
  const isProxied = headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined;
  return !isProxied && /^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
}

function isCrossSite({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  return site === 'cross-site' || site === 'same-site';
}

function isBelow(file: string, folder: string): boolean {
  return file.startsWith(folder + sep);
}
