import { element } from '../element.ts';
import type { FilterChoice, FilteredResults, FilterSelection } from './filters.ts';
import type { LoadedSearchSetup } from './load-search-setup.ts';

/** The filters next to the results. */
export interface Filters {
  element: HTMLElement;
  /** New choices for new results. */
  fill(filtered: FilteredResults<unknown>): void;
  /** The same choices with other counts; the focused one keeps its focus. */
  recount(filtered: FilteredResults<unknown>): void;
  wanted(): FilterSelection;
}

type Kind = keyof FilterSelection;

const wide = matchMedia('(width >= 60rem)');

export function makeFilters({ text, locale }: LoadedSearchSetup, changed: () => void): Filters {
  const number = new Intl.NumberFormat(locale);
  const fields = element('div', { class: 'filter-fields' });
  const clear = element('button', { type: 'button', class: 'filter-clear' }, text('search.filter.clear'));
  const filters = element(
    'details',
    { class: 'filters', 'data-part': 'search-filters' },
    element('summary', {}, text('search.filter')),
    fields,
    clear,
  );
  const boxes = (kind?: Kind) =>
    [...fields.querySelectorAll('input')].filter((box) => kind === undefined || box.name === kind);
  const names: Record<Kind, string> = {
    sections: text('search.filter.section'),
    types: text('search.filter.type'),
  };
  const label = (kind: Kind, value: string) => (kind === 'sections' ? value : text(`type.${value}`));
  const fieldset = (kind: Kind, choices: readonly FilterChoice[]) =>
    choices.length === 0
      ? []
      : [
          element(
            'fieldset',
            {},
            element('legend', {}, names[kind]),
            ...choices.map(({ value, chosen }) =>
              element(
                'label',
                { class: 'filter' },
                element('input', { type: 'checkbox', name: kind, value, ...(chosen ? { checked: '' } : {}) }),
                element('span', { class: 'filter-name' }, label(kind, value)),
                ' ',
                element('span', { class: 'filter-count' }),
              ),
            ),
          ),
        ];
  const recount = (filtered: FilteredResults<unknown>) => {
    for (const kind of ['sections', 'types'] as const)
      for (const [place, box] of boxes(kind).entries()) {
        const count = filtered[kind][place]?.count ?? 0;
        box.disabled = count === 0 && !box.checked;
        const shown = box.parentElement?.querySelector('.filter-count');
        if (shown) shown.textContent = number.format(count);
      }
    clear.hidden = !boxes().some(({ checked }) => checked);
  };
  fields.addEventListener('change', changed);
  clear.addEventListener('click', () => {
    for (const box of boxes()) box.checked = false;
    boxes()[0]?.focus();
    changed();
  });
  const chosen = (kind: Kind) =>
    boxes(kind)
      .filter(({ checked }) => checked)
      .map(({ value }) => value);
  return {
    element: filters,
    fill(filtered) {
      fields.replaceChildren(...fieldset('sections', filtered.sections), ...fieldset('types', filtered.types));
      recount(filtered);
      filters.hidden = boxes().length === 0;
      filters.open ||= wide.matches || !clear.hidden;
    },
    recount,
    wanted: () => ({ sections: chosen('sections'), types: chosen('types') }),
  };
}
