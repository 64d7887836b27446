import type { ResultsView } from './results-view.ts';

// Browsers that load a page anew for Back scroll before its results are there, and then not again.

/** Where a reader left the results, in the entry of the history. */
interface Place {
  /** In CSS pixels. */
  scrolled: number;
  /** Whether the reader asked for all results. */
  all: boolean;
}

/**
 * Keeps the reader's place in the results while another page is open.
 *
 * @returns goes there once, if the reader comes back; to be called when all results are there
 */
export function keepResultsPlace(view: Pick<ResultsView, 'isWhole' | 'showAll'>): () => void {
  let place = placeIn(history.state);
  const forget = () => {
    place = undefined;
  };
  // Where the reader goes meanwhile is where they want to be.
  for (const type of ['wheel', 'touchstart', 'keydown']) addEventListener(type, forget, { once: true, passive: true });
  addEventListener('pagehide', () => {
    const left: Place = { scrolled: scrollY, all: view.isWhole() };
    history.replaceState(left, '');
  });
  return () => {
    if (!place) return;
    if (place.all) view.showAll();
    scrollTo({ top: place.scrolled, behavior: 'instant' });
    forget();
  };
}

function placeIn(state: Partial<Place> | null): Place | undefined {
  return typeof state?.scrolled === 'number' ? { scrolled: state.scrolled, all: state.all === true } : undefined;
}
