import { makeTextLookup } from '#kb/content/interface-texts.ts';
import { analysisWith } from '#search/analysis.ts';
import { ask } from '#search/ask.ts';
import { ownStemmer, type Stem } from '#search/language/stemmers.ts';
import { readVocabulary } from '#search/vocabulary.ts';
import type { SearchSetup } from '../../search-setup.ts';
import { showResults } from '../search/results-page.ts';
import { type OfflineSearch, offlineIndex } from './offline-index.ts';

// The script of the results page in a bundle that is opened from a folder. What it searches was loaded by the scripts
// before it, because a page that is a file can't fetch others.

/** What the scripts before it leave. */
interface OfflineParts {
  ohjeOffline: { setup: SearchSetup; search: OfflineSearch };
  ohjeStemmer: { stemmer: Stem };
}

const LIMIT = 30;
const { ohjeOffline, ohjeStemmer } = globalThis as unknown as OfflineParts;
const { setup, search } = ohjeOffline;
const { texts, ...others } = setup;
const input = document.querySelector<HTMLInputElement>('#search');
const place = document.querySelector<HTMLElement>('[data-part=search-results]');
const stemmer = ownStemmer(setup.locale) ?? ohjeStemmer.stemmer;
const index = offlineIndex(search, analysisWith(setup.locale, stemmer), readVocabulary(search.vocabulary));
if (input && place)
  void showResults(
    input,
    place,
    { ...others, page: location.pathname, text: makeTextLookup(setup.locale, [texts]) },
    (question) => ask(index, question, LIMIT),
  );
