import { element } from '../element.ts';
import { safeCopy } from './safe-copy.ts';

/** The title of an article, and the parts of its page that the panel shows. */
export interface LoadedArticle {
  title: HTMLElement;
  parts: Node[];
}

/** @throws if the page cannot be fetched, or is not an article */
export async function loadArticle(address: string): Promise<LoadedArticle> {
  const response = await fetch(address, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${address} could not be fetched (${response.status}).`);
  const html = await response.text();
  // Once parsed, inline styles would break the content security policy of the page around, and default captions would be
  // requested from its host.
  const main = html
    .slice(html.indexOf('<main'), html.lastIndexOf('</main>'))
    .replace(/(<[a-z][^<>]*\s)style=/gi, '$1data-style=')
    .replace(/(<track\s[^<>]*\s)default\b/gi, '$1data-default');
  const page = new DOMParser().parseFromString(main, 'text/html');
  const article = page.querySelector('article[data-part=article]');
  if (!article) throw new Error(`${address} is not an article.`);
  const parts = safeCopy([...page.querySelectorAll('main [data-part=notice]'), article], response.url);
  const copy = parts.at(-1) as HTMLElement;
  const title = copy.querySelector<HTMLElement>('h2') ?? copy.insertBefore(element('h2'), copy.firstChild);
  title.tabIndex = -1;
  return { title, parts };
}
