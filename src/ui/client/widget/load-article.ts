import { element } from '../element.ts';
import { loadPage } from '../load-page.ts';
import { safeCopy } from './safe-copy.ts';

/** The title of an article, and the parts of its page that the panel shows. */
export interface LoadedArticle {
  title: HTMLElement;
  parts: Node[];
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string };
}

/** @throws if the page cannot be fetched, or is not an article */
export async function loadArticle(address: string): Promise<LoadedArticle> {
  const page = (await loadMain(address)) ?? (await loadPage(address));
  const article = page.document.querySelector('article[data-part=article]');
  if (!article) throw new Error(`${address} is not an article.`);
  const parts = safeCopy([...page.document.querySelectorAll('main [data-part=notice]'), article], page.url);
  const copy = parts.at(-1) as HTMLElement;
  const title = copy.querySelector<HTMLElement>('h2') ?? copy.insertBefore(element('h2'), copy.firstChild);
  title.tabIndex = -1;
  return { title, parts };
}

/**
 * The main part of a page. Once parsed, inline styles would break the content security policy of the page around, and
 * default captions would be requested from its host, so they are renamed before.
 *
 * @returns `undefined` if the page around doesn't let scripts parse HTML
 */
async function loadMain(address: string): Promise<Awaited<ReturnType<typeof loadPage>> | undefined> {
  const parse = parser();
  if (!parse) return undefined;
  const response = await fetch(address, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${address} could not be fetched (${response.status}).`);
  const html = await response.text();
  const main = html
    .slice(html.indexOf('<main'), html.lastIndexOf('</main>'))
    .replace(/(<[a-z][^<>]*\s)style=/gi, '$1data-style=')
    .replace(/(<track\s[^<>]*\s)default\b/gi, '$1data-default');
  return { document: parse(main), url: response.url };
}

let made: ReturnType<typeof makeParser> | undefined;

function parser(): ((html: string) => Document) | undefined {
  made ??= makeParser();
  return made.parse;
}

// A policy can be created only once. What it lets through is parsed, never shown: `safeCopy` copies what is allowed.
function makeParser(): { parse: ((html: string) => Document) | undefined } {
  try {
    const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
    const policy = trustedTypes?.createPolicy('ohje', { createHTML: (html) => html });
    return {
      parse: (html) => new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html'),
    };
  } catch {
    return { parse: undefined };
  }
}
