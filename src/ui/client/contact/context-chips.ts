import { readContext } from '../../contact-option.ts';
import { element } from '../element.ts';
import { loadPage } from '../load-page.ts';

/**
 * Shows what is sent with a message: the article that was read and what was searched for, both from the address of the
 * page. The reader can remove each.
 *
 * @returns what is sent now, a line each
 */
export function contextChips(form: HTMLFormElement): () => string[] {
  const group = form.querySelector<HTMLElement>('.contact-carried');
  const chips = [...form.querySelectorAll<HTMLElement>('[data-carried]')];
  const { from, question } = readContext(location.search);
  const show = (kind: string, text: string, values: Readonly<Record<string, string>>) => {
    const chip = chips.find(({ dataset }) => dataset.carried === kind);
    const place = chip?.querySelector<HTMLElement>('[data-text]');
    if (!chip || !place || !group) return;
    place.replaceChildren(values.page ? element('a', { href: values.page }, text) : text);
    for (const input of chip.querySelectorAll('input')) {
      input.value = values[input.dataset.partOf ?? ''] ?? '';
      // What the form's address has no place for is not sent.
      input.disabled = input.name === '';
    }
    chip.hidden = false;
    group.hidden = false;
  };
  for (const chip of chips)
    chip.querySelector('button')?.addEventListener('click', () => {
      chip.hidden = true;
      for (const input of chip.querySelectorAll('input')) input.disabled = true;
      forget(chip.dataset.carried === 'article' ? 'from' : 'q');
      const left = chips.find(({ hidden }) => !hidden);
      if (group) group.hidden = left === undefined;
      (left?.querySelector('button') ?? form.querySelector<HTMLElement>('[type=submit]'))?.focus();
    });
  if (question) {
    show('question', question, { question });
    const subject = form.querySelector<HTMLInputElement>('#contact-subject');
    if (subject && subject.value === '') subject.value = question;
  }
  if (from) {
    const page = new URL(`${form.dataset.home}${from.split('/').map(encodeURIComponent).join('/')}/`, location.href)
      .href;
    void titleOf(page).then((title) => title && show('article', title, { article: from, title, page }));
  }
  return () => chips.filter(({ hidden }) => !hidden).map(lineOf);
}

function lineOf(chip: HTMLElement): string {
  const line = (chip.querySelector('span')?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const link = chip.querySelector('a')?.href;
  return link ? `${line} – ${link}` : line;
}

/**
 * The title on the article's own page, not one from the address: someone else may have made the address, so only text
 * from this help center is shown and sent.
 */
async function titleOf(page: string): Promise<string | undefined> {
  try {
    const loaded = await loadPage(page);
    if (loaded.url !== new URL(page, location.href).href) return undefined;
    return loaded.document.querySelector('article h1')?.textContent?.trim();
  } catch {
    return undefined;
  }
}

/** What was removed stays removed when the page is reloaded. */
function forget(parameter: string): void {
  const address = new URL(location.href);
  address.searchParams.delete(parameter);
  history.replaceState(null, '', address);
}
