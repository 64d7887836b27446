import { makeTextLookup } from '#kb/content/interface-texts.ts';
import type { Result } from '#search/ask.ts';
import type { AnswerState } from '#search/confidence.ts';
import { element } from '../client/element.ts';
import { makeFilters } from '../client/search/filter-view.ts';
import { filterResults } from '../client/search/filters.ts';
import type { LoadedSearchSetup } from '../client/search/load-search-setup.ts';
import { resultItem } from '../client/search/result-list.ts';
import { makePanel } from '../client/search/search-panel.ts';
import type { SearchState } from '../client/search/search-state.ts';
import type { SearchSetup } from '../search-setup.ts';

interface Staged {
  setup: SearchSetup;
  question: string;
  results: Result[];
}

// Puts components into states that readers see only now and then.
const { setup: stored, question, results }: Staged = JSON.parse(document.querySelector('#staged')?.textContent ?? '');
const { texts, ...rest } = stored;
const setup: LoadedSearchSetup = { ...rest, text: makeTextLookup(stored.locale, [texts]) };
const state = (name: string) => document.querySelector<HTMLElement>(`[data-state=${name}]`);
const reveal = (place: ParentNode | null, selector: string, shown = true) => {
  for (const one of place?.querySelectorAll<HTMLElement>(selector) ?? []) one.hidden = !shown;
};
const open = (place: ParentNode | null) => {
  for (const one of place?.querySelectorAll('details') ?? []) one.open = true;
};

const answered = (state: AnswerState, found: Result[]): SearchState => ({
  kind: 'answered',
  question,
  answer: { confidence: 0, state, confident: state === 'answer', results: found },
});
const states: Record<string, SearchState> = {
  recent: { kind: 'empty' },
  waiting: { kind: 'loading' },
  sure: answered('answer', results),
  unsure: answered('closest', results.slice(0, 2)),
  far: answered('nothing', results.slice(0, 2)),
  none: answered('nothing', []),
  failed: { kind: 'failed', question: 'card' },
};
const recent = { list: () => [question], remember() {}, forget() {}, forgetAll() {} };
for (const place of document.querySelectorAll<HTMLElement>('[data-panel]')) {
  const kind = place.dataset.panel ?? '';
  const panel = makePanel(`panel-${kind}`, setup, recent, () => {});
  panel.show(states[kind] ?? { kind: 'empty' });
  panel.element.hidden = false;
  panel.options()[1]?.setAttribute('aria-selected', 'true');
  place.append(panel.element);
}
document
  .querySelector('ol.results')
  ?.append(...results.map((result, place) => resultItem(result, place, setup, 'answer')));
const filters = makeFilters(setup, () => {});
filters.fill(filterResults(results, { sections: [], types: [] }));
document.querySelector('.found-columns')?.prepend(filters.element);

open(state('menus'));
document.querySelector<HTMLDetailsElement>('.questions details')?.toggleAttribute('open', true);
reveal(state('offer'), '.language-offer, .language-offer a:first-of-type');
reveal(state('rising'), '.rising-note');
reveal(document, '.announcement-dismiss');
open(state('vote-why'));
for (const kind of ['yes', 'no']) {
  state(`vote-${kind}`)?.querySelector('.vote-ask')?.remove();
  reveal(state(`vote-${kind}`), `[data-after=${kind}]`);
}
const failed = state('form-failed');
reveal(failed, '.contact-failed, .contact-carried, .contact-carried [data-carried], .contact-suggestions');
for (const text of failed?.querySelectorAll('[data-text]') ?? []) text.textContent = question;
failed
  ?.querySelector('.contact-suggestions ul')
  ?.append(element('li', {}, element('a', { href: setup.page }, question)));
reveal(state('form-sent'), 'form', false);
reveal(state('form-sent'), '.contact-sent');

// Ids that occur several times are made unique, so labels still work.
for (const place of document.querySelectorAll<HTMLElement>('[data-state]')) {
  const own = (id: string) => `${place.dataset.state}-${id}`;
  const ids = new Set([...place.querySelectorAll('[id]')].map(({ id }) => id));
  for (const one of place.querySelectorAll('[id]')) one.id = own(one.id);
  for (const name of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'])
    for (const one of place.querySelectorAll(`[${name}]`)) {
      const named = one.getAttribute(name) ?? '';
      if (ids.has(named)) one.setAttribute(name, own(named));
    }
}

// Only one element can have the pointer or the focus, so these rules are repeated for elements with a class of that
// name.
const acted = {
  ':hover': '[data-state=hover] :is(a, button, input)',
  ':focus-visible': '[data-state=focus] :is(a, button, input)',
};
function actOut(rules: CSSGroupingRule | CSSStyleSheet): void {
  for (const [at, rule] of [...[...rules.cssRules].entries()].reverse()) {
    if (rule instanceof CSSGroupingRule) actOut(rule);
    if (!(rule instanceof CSSStyleRule)) continue;
    for (const [action, place] of Object.entries(acted))
      if (rule.selectorText.includes(action))
        rules.insertRule(rule.cssText.replaceAll(action, `:is(${place})`), at + 1);
  }
}
for (const sheet of document.styleSheets) actOut(sheet);
