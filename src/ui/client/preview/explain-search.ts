import { type Explanation, explain } from '#search/explain.ts';
import { adviceLines, aheadText, resultFacts, wordRows } from '#search/explanation-words.ts';
import { element } from '../element.ts';
import { loadSearchSetup } from '../search/load-search-setup.ts';
import { openIndex } from '../search/open-index.ts';

// As many as a reader looks at, and as many as can be chosen from.
const EXPLAINED = 3;
const CHOICES = 10;
/** The article that should be first, which a writer names once and changes until it is. */
const WANTED = 'ohje-preview-wanted';

let latest = 0;

/**
 * Shows why a question finds what it finds, from the same index as the search of the page.
 *
 * @param field the search field with the question
 * @param own the id of the article of the page
 */
export async function explainInto(body: HTMLElement, field: HTMLInputElement, own: string | undefined): Promise<void> {
  const run = ++latest;
  const question = field.value.trim();
  const wanted = sessionStorage.getItem(WANTED) || own;
  const { base, locale } = await loadSearchSetup(field.dataset.search ?? '');
  const index = await openIndex(base, locale);
  const explanation = await explain(index, question, CHOICES, wanted);
  // Another question has been typed in the meantime.
  if (run !== latest) return;
  const ahead = aheadText(explanation);
  body.replaceChildren(
    element('h2', {}, `Why does “${question}” find these?`),
    ...wordTable(explanation),
    ...resultList(explanation, `${base}${locale}/`),
    ...(ahead === undefined ? [] : [element('p', {}, ahead)]),
    wantedForm(explanation, wanted, (id) => {
      sessionStorage.setItem(WANTED, id);
      return explain(index, question, CHOICES, id || own).then(({ article }) => article);
    }),
  );
}

function wordTable({ words }: Explanation): Node[] {
  if (words.length === 0) return [element('p', {}, 'The question has no words.')];
  const cells = (tag: 'th' | 'td', ...texts: string[]) => texts.map((text) => element(tag, {}, text));
  return [
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...cells('th', 'Word', 'Counts', 'Note'))),
      element(
        'tbody',
        {},
        ...wordRows(words).map(({ word, share, note }) => element('tr', {}, ...cells('td', word, share, note))),
      ),
    ),
  ];
}

function resultList({ results }: Explanation, root: string): Node[] {
  if (results.length === 0) return [element('p', {}, 'No results.')];
  const items = results.slice(0, EXPLAINED).map((one) => {
    const title = element('a', { href: `${root}${one.id}/` }, one.title);
    const facts = resultFacts(one).map((fact) => element('p', {}, fact));
    return element('li', {}, element('p', {}, title, ' ', element('code', {}, one.id)), ...facts);
  });
  return [element('ol', {}, ...items)];
}

/** @param look says where an article is for the question */
function wantedForm(
  { results, article }: Explanation,
  wanted: string | undefined,
  look: (id: string) => Promise<Explanation['article']>,
): HTMLElement {
  const input = element('input', { id: 'wanted', list: 'choices', value: wanted, autocomplete: 'off' });
  const choices = element('datalist', { id: 'choices' }, ...results.map(({ id }) => element('option', { value: id })));
  const advice = element('p', { role: 'status' });
  const say = (found: Explanation['article']) => {
    advice.textContent = found ? adviceLines(found).join(' ') : '';
  };
  say(article);
  const form = element(
    'form',
    {},
    element('label', { for: 'wanted' }, 'Article that should be first'),
    element('div', { class: 'bar' }, input, choices, element('button', { type: 'submit' }, 'What does it lack?')),
    advice,
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    say(await look(input.value.trim()));
  });
  return form;
}
