import type { TextLookup } from '#kb/content/interface-texts.ts';
import { element } from '../element.ts';

interface Actions {
  again(question: string): void;
  forget(question: string): void;
  forgetAll(): void;
}

/** Options of the list, one for each earlier question. */
export function recentOptions(id: string, questions: readonly string[], again: Actions['again']): HTMLElement[] {
  return questions.map((question, place) => {
    const option = element(
      'div',
      { id: `${id}-${place}`, role: 'option', 'aria-selected': 'false', class: 'recent' },
      question,
    );
    option.addEventListener('click', () => again(question));
    return option;
  });
}

/** Buttons that remove earlier questions. An option can't contain a button, so they are beside the list, row by row. */
export function forgetButtons(questions: readonly string[], text: TextLookup, forget: Actions['forget']): HTMLElement {
  const buttons = questions.map((question) => {
    const label = text('search.forget', { question });
    const button = element('button', { type: 'button', class: 'recent-forget', 'aria-label': label }, '×');
    button.addEventListener('click', () => forget(question));
    return button;
  });
  return element('div', { class: 'recent-forgets' }, ...buttons);
}

export function forgetAllButton(text: TextLookup, forgetAll: Actions['forgetAll']): HTMLElement {
  const button = element('button', { type: 'button', class: 'recent-forget-all' }, text('search.forgetAll'));
  button.addEventListener('click', forgetAll);
  return button;
}
