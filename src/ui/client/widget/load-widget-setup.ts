import type { TextLookup } from '#kb/content/interface-texts.ts';
import { makeTextLookup } from '#kb/content/interface-texts.ts';
import type { WidgetSetup } from '../../widget-setup.ts';

/** What the panel needs from the help center in the reader's language. */
export interface LoadedWidgetSetup extends Omit<WidgetSetup, 'texts'> {
  text: TextLookup;
  /** Address of the help center, ending in "/". */
  base: string;
  /** The same in the reader's language. */
  root: string;
  /** The address of an article, a section or another page by its id. */
  href(id: string): string;
}

/** @throws if it cannot be fetched */
export async function loadWidgetSetup(base: string, locale: string): Promise<LoadedWidgetSetup> {
  const root = `${base}${locale}/`;
  const response = await fetch(`${root}widget.json`, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${root}widget.json could not be fetched (${response.status}).`);
  const { texts, ...setup } = (await response.json()) as WidgetSetup;
  return {
    ...setup,
    text: makeTextLookup(locale, [texts]),
    base,
    root,
    href: (id) => `${root}${id.split('/').map(encodeURIComponent).join('/')}/`,
  };
}
