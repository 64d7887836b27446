import { element } from '../element.ts';
import { safeCopy } from './safe-copy.ts';

/** What of the page of an article is shown in the panel, and the title of it. */
export interface LoadedArticle {
  title: HTMLElement;
  parts: Node[];
}

/** @throws where the page cannot be fetched, or is no article */
export async function loadArticle(address: string): Promise<LoadedArticle> {
  const response = await fetch(address, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${address} could not be fetched (${response.status}).`);
  const html = await response.text();
  // As soon as they are parsed, styles would be reported to the policy of the page around, and captions that are shown
  // at once would be asked of its host.
  const main = html
    .slice(html.indexOf('<main'), html.lastIndexOf('</main>'))
    .replace(/(<[a-z][^<>]*\s)style=/gi, '$1data-style=')
    .replace(/(<track\s[^<>]*\s)default\b/gi, '$1data-default');
  const page = new DOMParser().parseFromString(main, 'text/html');
  const article = page.querySelector('article[data-part=article]');
  if (!article) throw new Error(`${address} is no article.`);
  const parts = safeCopy([...page.querySelectorAll('main [data-part=notice]'), article], response.url);
  const copy = parts.at(-1) as HTMLElement;
  const title = copy.querySelector<HTMLElement>('h2') ?? copy.insertBefore(element('h2'), copy.firstChild);
  title.tabIndex = -1;
  return { title, parts };
}
