import { element } from '../element.ts';
import { type Drawer, makeDrawer } from './drawer.ts';

// Long enough not to explain letter by letter.
const PAUSE_MS = 300;

/** Explains the search that is on the page, if there is one. */
export interface SearchExplainer extends Drawer {
  /** The page has changed, and there can be another question. */
  follow(): void;
  /** @param id of the article of the page, which a writer is likely to want first */
  isOn(id: string | undefined): void;
}

/** @param opened is called when it opens */
export function searchExplainer(opened: () => void): SearchExplainer {
  let shown = '';
  let own: string | undefined;
  let timer = 0;
  const drawer = makeDrawer('explained', () => {
    opened();
    shown = '';
    follow();
  });
  const { toggle, body, isOpen } = drawer;
  toggle.textContent = 'Why these results?';
  // What it needs is loaded with the first explanation.
  const show = async (field: HTMLInputElement) => {
    try {
      const { explainInto } = await import('./explain-search.ts');
      await explainInto(body, field, own);
    } catch {
      // The server may be starting again.
      shown = '';
      body.replaceChildren(element('p', {}, 'The explanation can’t be loaded. Change the question to try again.'));
    }
  };
  function follow(): void {
    const field = askedField();
    toggle.hidden = field === undefined;
    const question = field?.value.trim() ?? '';
    if (!isOpen() || question === shown) return;
    shown = question;
    clearTimeout(timer);
    if (field) timer = window.setTimeout(() => void show(field), PAUSE_MS);
    else body.replaceChildren();
  }
  document.addEventListener('input', follow);
  follow();
  return {
    ...drawer,
    follow,
    isOn(id) {
      if (id === own) return;
      own = id;
      shown = '';
      follow();
    },
  };
}

/** The search field with a question in it. */
function askedField(): HTMLInputElement | undefined {
  const fields = [...document.querySelectorAll<HTMLInputElement>('[data-search]')];
  return fields.find(({ value }) => value.trim() !== '');
}
