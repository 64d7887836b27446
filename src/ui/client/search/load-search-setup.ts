import type { TextLookup } from '#kb/content/interface-texts.ts';
import { makeTextLookup } from '#kb/content/interface-texts.ts';
import type { SearchSetup } from '../../search-setup.ts';

export interface LoadedSearchSetup extends Omit<SearchSetup, 'texts'> {
  text: TextLookup;
}

/**
 * What the search needs besides its index. It is in a separate file, so pages stay light.
 *
 * @param page the address of the search page, next to which the file is
 * @throws if it cannot be fetched
 */
export async function loadSearchSetup(page: string): Promise<LoadedSearchSetup> {
  const response = await fetch(page.replace(/\/$/, '.json'));
  if (!response.ok) throw new Error(`${response.url} could not be fetched (${response.status}).`);
  const { texts, ...setup } = (await response.json()) as SearchSetup;
  return { ...setup, text: makeTextLookup(setup.locale, [texts]) };
}
