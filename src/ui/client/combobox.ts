/** The keys and attributes of a text field with a list of choices, after the ARIA combobox pattern. */
export interface Combobox {
  /** The list was opened, refilled or closed; a choice is kept only if it is still in the list. */
  changed(isOpen: boolean): void;
}

interface Parts {
  /** The choices in the list now, each with an id. `data-article`, or else its text, identifies a choice. */
  options(): HTMLElement[];
  isOpen(): boolean;
  open(): void;
  close(): void;
}

/** Focus stays in the field; the arrow keys choose, Enter takes, Escape closes. */
export function makeCombobox(
  input: HTMLInputElement,
  listId: string,
  { options, isOpen, open, close }: Parts,
): Combobox {
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', listId);
  input.setAttribute('aria-expanded', 'false');
  let chosen = -1;
  let known: string | undefined;
  const nameOf = (option: HTMLElement) => option.dataset.article ?? option.textContent;
  const choose = (index: number) => {
    const all = options();
    // The field itself comes before the first choice and after the last.
    chosen = index < -1 ? all.length - 1 : index >= all.length ? -1 : index;
    for (const [place, option] of all.entries()) option.setAttribute('aria-selected', String(place === chosen));
    const option = all[chosen];
    known = option && nameOf(option);
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  // Typing moves back to the field.
  input.addEventListener('input', () => choose(-1));
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (isOpen()) choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
      else open();
    } else if (event.key === 'Enter') {
      const option = options()[chosen];
      if (!option) return;
      event.preventDefault();
      option.click();
    } else if (event.key === 'Escape' && isOpen()) {
      event.preventDefault();
      close();
    }
  });
  return {
    changed(nowOpen) {
      choose(nowOpen ? options().findIndex((option) => nameOf(option) === known) : -1);
      input.setAttribute('aria-expanded', String(nowOpen && options().length > 0));
    },
  };
}
