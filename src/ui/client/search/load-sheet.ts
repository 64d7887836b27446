import { element } from '../element.ts';

/** Adds a style sheet that pages do not have from the start. */
export function loadSheet(href: string): Promise<void> {
  return new Promise((loaded, failed) => {
    const link = element('link', { rel: 'stylesheet', href });
    link.addEventListener('load', () => loaded());
    link.addEventListener('error', () => {
      link.remove();
      failed(new Error(`${href} could not be loaded.`));
    });
    document.head.append(link);
  });
}
