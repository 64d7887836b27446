import { announcer } from '../announce.ts';
import { element } from '../element.ts';
import { type LoadedSearchSetup, loadSearchSetup } from '../search/load-search-setup.ts';
import { findIn } from '../search/open-index.ts';
import { languageAttributes, pageOf } from '../search/results.ts';
import { searchAsTyped } from '../search/search-as-typed.ts';

const LIMIT = 3;
// Longer than in the search, so a reader who writes a message isn't interrupted at every word.
const PAUSE_MS = 800;

/** Suggests articles that may answer the message while it is being written. Nothing is loaded before that. */
export function suggestArticles(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>('[data-part=suggestions]');
  const list = place?.querySelector('ul');
  const fields = [...form.querySelectorAll<HTMLTextAreaElement>('#contact-subject, #contact-message')];
  if (!place || !list) return;
  const announce = announcer(form);
  let loading: Promise<LoadedSearchSetup> | undefined;
  let loaded: LoadedSearchSetup | undefined;
  const load = async () => {
    loading ??= loadSearchSetup(form.dataset.search ?? '');
    loading.catch(() => {
      loading = undefined;
    });
    loaded = await loading;
    return loaded;
  };
  const written = {
    get value() {
      return fields.map(({ value }) => value).join(' ');
    },
    addEventListener: form.addEventListener.bind(form),
  };
  searchAsTyped(written, {
    pause: PAUSE_MS,
    find: async (question) => findIn(await load(), LIMIT)(question),
    show(state) {
      if (state.kind === 'loading') return;
      const results = state.kind === 'answered' ? state.answer.results : [];
      place.hidden = results.length === 0;
      if (!loaded || results.length === 0) return;
      const { base, text } = loaded;
      // In a new tab, so nothing the reader wrote is lost.
      const links = results.map((result) =>
        element('a', { href: pageOf(result, base), target: '_blank', ...languageAttributes(result) }, result.title),
      );
      list.replaceChildren(...links.map((link) => element('li', {}, link)));
      announce(text('contact.suggested', { count: results.length }));
    },
  });
}
