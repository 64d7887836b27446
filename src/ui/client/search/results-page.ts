import { type Answer, ask, type Result } from '#search/ask.ts';
import { carry } from '../../carried.ts';
import { announcer } from '../announce.ts';
import { element } from '../element.ts';
import { askAsTyped } from './ask-as-typed.ts';
import { filterResults, type Wanted } from './filters.ts';
import { loadSetup } from './load-setup.ts';
import { openIndex } from './open-index.ts';
import { recentSearches } from './recent-searches.ts';
import { makeFilters } from './result-filters.ts';
import { resultItem } from './result-list.ts';
import { addressOf, readAsking } from './results-address.ts';
import { searchLog } from './search-events.ts';

const LIMIT = 30;
// What is shown at first: of guesses fewer, so that the way to a person is in sight.
const FIRST = { confident: 10, unsure: 5 };

/**
 * Makes the search page answer what stands in its address and in its field.
 *
 * @param place where the results go
 */
export async function startResults(input: HTMLInputElement, place: HTMLElement): Promise<void> {
  const { form } = input;
  if (!form) return;
  const setup = await loadSetup(input.dataset.search ?? '');
  const { words, locale, base, page, name, ways } = setup;
  const { from } = readAsking(location.search);
  const log = searchLog(setup);
  const recent = recentSearches(locale);
  const announce = announcer(form);
  const browse = document.querySelector<HTMLElement>('[data-part=sections]');
  const humans = document.querySelector<HTMLElement>('[data-part=contact]');
  const heading = element('h2', { class: 'found-heading' });
  const hint = element('p', { class: 'found-hint' });
  const list = element('ol', { class: 'results' });
  const more = element('button', { type: 'button', class: 'found-more' }, words('search.more'));
  const filters = makeFilters(setup, () => {
    render();
    announce(hint.textContent || heading.textContent);
    follow();
  });
  place.append(
    heading,
    hint,
    element('div', { class: 'found-columns' }, filters.element, element('div', {}, list, more)),
  );

  let question = '';
  let answer: Answer = { confident: true, results: [] };
  let wanted: Wanted = { sections: [], types: [] };
  // Whether Back should come back to the question that the address holds now.
  let kept = true;
  const emptyTitle = document.title;

  /** Lets the address say what is shown, and the ways to a person at the end of the page take the question along. */
  function follow(): void {
    const address = addressOf(page, { question, from, ...wanted });
    if (kept && readAsking(location.search).question !== question) {
      kept = false;
      history.pushState(null, '', address);
    } else if (address !== location.pathname + location.search) history.replaceState(null, '', address);
    for (const way of ways)
      humans
        ?.querySelector(`[data-way=${way.kind}]`)
        ?.setAttribute('href', carry(way, { from, question }, location.href));
  }
  function show(results: boolean): void {
    delete document.documentElement.dataset.asking;
    if (browse) browse.hidden = results;
  }
  function render(refill = false): void {
    if (!refill) wanted = filters.wanted();
    const filtered = filterResults(answer.results, wanted);
    if (refill) {
      filters.fill(filtered);
      wanted = filters.wanted();
    } else filters.recount(filtered);
    const { shown } = filtered;
    const { results, confident } = answer;
    const first = confident ? FIRST.confident : FIRST.unsure;
    list.replaceChildren(...shown.map((result: Result, index) => resultItem(result, index, setup)));
    for (const item of [...list.children].slice(first)) item.toggleAttribute('hidden', true);
    more.hidden = shown.length <= first;
    const counted =
      shown.length < results.length
        ? words('search.some', { count: shown.length, total: results.length })
        : words('search.count', { count: results.length });
    const found = results.length > 0;
    heading.textContent = !found ? words('search.none') : confident ? counted : words('search.unsure');
    hint.textContent = !found ? words('search.hint') : confident || shown.length === results.length ? '' : counted;
    document.title = `${words('search.results', { question })} · ${name}`;
    place.hidden = false;
    show(found);
    // Where nothing was found, a person comes before the sections.
    if (humans && !found) place.after(humans);
    else if (humans) place.parentElement?.append(humans);
  }
  const askNow = askAsTyped(input, {
    ask: async (question) => ask(await openIndex(base, locale), question, LIMIT),
    typed: log.dropped,
    waiting() {
      if (question !== '') return;
      place.hidden = false;
      if (browse) browse.hidden = true;
      heading.textContent = words('search.loading');
      hint.textContent = '';
      filters.element.hidden = true;
      more.hidden = true;
    },
    answered(asked, found) {
      question = asked;
      answer = found;
      render(true);
      follow();
      announce(`${heading.textContent} ${hint.textContent}`.trim());
      if (asked === input.value.trim()) log.answered(asked, found);
    },
    emptied() {
      question = '';
      wanted = { sections: [], types: [] };
      place.hidden = true;
      show(false);
      document.title = emptyTitle;
      list.replaceChildren();
      follow();
      log.dropped();
    },
    failed() {
      question = '';
      list.replaceChildren();
      heading.textContent = words('search.failed');
      hint.textContent = '';
      announce(heading.textContent);
      show(false);
    },
  });

  more.addEventListener('click', () => {
    const next = list.querySelector('[hidden]');
    for (const item of list.querySelectorAll('[hidden]')) item.removeAttribute('hidden');
    more.hidden = true;
    next?.querySelector('a')?.focus();
  });
  const chosen = (event: MouseEvent) => {
    const link = (event.target as Element).closest('a');
    const { article, position } = link?.dataset ?? {};
    if (article === undefined || event.button > 1) return;
    log.chosen(question, article, Number(position));
    recent.remember(question);
  };
  list.addEventListener('click', chosen);
  list.addEventListener('auxclick', chosen);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await askNow();
    kept = true;
    log.settled();
    if (answer.results.length > 0 && question !== '') recent.remember(question);
    // On a phone the keyboard would cover the results.
    input.blur();
  });
  const fromAddress = () => {
    const asking = readAsking(location.search);
    input.value = asking.question;
    wanted = { sections: asking.sections, types: asking.types };
    kept = true;
    return askNow();
  };
  addEventListener('popstate', () => void fromAddress());
  // Somebody may have begun to write before this was loaded.
  if (input.value === '' || readAsking(location.search).question !== '') await fromAddress();
  else await askNow();
}
