import { ask } from '#search/ask.ts';
import { announcer } from '../announce.ts';
import { element } from '../element.ts';
import { askAsTyped } from '../search/ask-as-typed.ts';
import { loadSetup, type Setup } from '../search/load-setup.ts';
import { openIndex } from '../search/open-index.ts';
import { languageOf, pageOf } from '../search/results.ts';

const LIMIT = 3;
// Somebody who writes a message is not to be interrupted at every word.
const PAUSE_MS = 800;

/** Shows articles that may answer what is being written, beside the form. Nothing is loaded before somebody writes. */
export function suggestArticles(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>('[data-part=suggestions]');
  const list = place?.querySelector('ul');
  const written = [...form.querySelectorAll<HTMLTextAreaElement>('#contact-subject, #contact-message')];
  if (!place || !list) return;
  const announce = announcer(form);
  let loading: Promise<Setup> | undefined;
  const setup = () => {
    loading ??= loadSetup(form.dataset.search ?? '');
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
  const none = () => {
    place.hidden = true;
  };
  const field = {
    get value() {
      return written.map(({ value }) => value).join(' ');
    },
    addEventListener: form.addEventListener.bind(form),
  };
  askAsTyped(
    field,
    {
      ask: async (text) => {
        const { base, locale } = await setup();
        return ask(await openIndex(base, locale), text, LIMIT);
      },
      typed: () => undefined,
      waiting: () => undefined,
      async answered(_text, { results }) {
        const { base, words } = await setup();
        place.hidden = results.length === 0;
        list.replaceChildren(
          ...results.map((result) =>
            element(
              'li',
              {},
              // In a tab of its own, so that nothing written is lost.
              element('a', { href: pageOf(result, base), target: '_blank', ...languageOf(result) }, result.title),
            ),
          ),
        );
        if (results.length > 0) announce(words('contact.suggested', { count: results.length }));
      },
      emptied: none,
      failed: none,
    },
    PAUSE_MS,
  );
}
