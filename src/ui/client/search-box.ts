import { type Answer, ask } from '#search/ask.ts';
import { openPagefind, type PagefindInstance } from '#search/pagefind-index.ts';
import type { Index } from '#search/search-index.ts';

interface Texts {
  loading: string;
  none: string;
  unsure: string;
  hint: string;
  failed: string;
  faq: string;
  solution: string;
}

const LIMIT = 8;
// Long enough that a word being typed is not asked letter by letter, short enough to feel immediate.
const PAUSE_MS = 120;

const indexes = new Map<string, Promise<Index>>();

function openIndex(base: string, locale: string): Promise<Index> {
  const opened = indexes.get(base) ?? open(base, locale);
  indexes.set(base, opened);
  opened.catch(() => indexes.delete(base));
  return opened;
}

async function open(base: string, locale: string): Promise<Index> {
  const [pagefind, entry] = await Promise.all([
    import(/* @vite-ignore */ `${base}pagefind.js`) as Promise<PagefindInstance>,
    fetch(`${base}pagefind-entry.json`).then(
      (response) => response.json() as Promise<{ languages: Record<string, { page_count: number }> }>,
    ),
  ]);
  return openPagefind(pagefind, entry.languages[locale.toLowerCase()]?.page_count ?? 0);
}

/** Makes a search field answer while one types, as an ARIA combobox with a list of results. */
export function startSearch(input: HTMLInputElement): void {
  const box = input.closest('search');
  const panel = box?.querySelector<HTMLElement>('.search-panel');
  const status = box?.querySelector<HTMLElement>('.search-status');
  const list = box?.querySelector<HTMLElement>('.search-results');
  if (!box || !panel || !status || !list) return;
  const texts = JSON.parse(input.dataset.texts ?? '{}') as Texts;
  const counts = JSON.parse(input.dataset.counts ?? '{}') as Record<string, string>;
  const base = input.dataset.pagefind ?? '/pagefind/';
  const locale = input.dataset.locale ?? document.documentElement.lang;

  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-describedby', `${input.id}-keys`);

  let asked = '';
  let chosen = -1;
  let timer = 0;
  const options = () => [...list.querySelectorAll<HTMLElement>('[role=option]')];

  const open = (isOpen: boolean) => {
    panel.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen && options().length > 0));
    if (!isOpen) choose(-1);
  };
  const choose = (index: number) => {
    const all = options();
    chosen = all.length === 0 ? -1 : index < -1 ? all.length - 1 : index >= all.length ? -1 : index;
    for (const [place, option] of all.entries()) option.setAttribute('aria-selected', String(place === chosen));
    const option = all[chosen];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const show = ({ confident, results }: Answer) => {
    list.replaceChildren(...results.map((result, index) => option(result, `${input.id}-${index}`, base, texts)));
    status.textContent =
      results.length === 0 ? `${texts.none} ${texts.hint}` : confident ? (counts[results.length] ?? '') : texts.unsure;
    open(true);
    choose(-1);
  };
  const search = async () => {
    const question = input.value.trim();
    if (question === asked) return open(question !== '');
    asked = question;
    if (question === '') return open(false);
    if (list.childElementCount === 0) {
      status.textContent = texts.loading;
      panel.hidden = false;
    }
    try {
      const answer = await ask(await openIndex(base, locale), question, locale, LIMIT);
      // A slower answer to an earlier question must not replace a later one.
      if (asked === question) show(answer);
    } catch {
      asked = '';
      status.textContent = texts.failed;
      panel.hidden = false;
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(search, PAUSE_MS);
  });
  input.addEventListener('focus', () => void search());
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (panel.hidden) void search();
      else choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter') {
      const link = options()[chosen]?.querySelector('a');
      if (!link) return;
      event.preventDefault();
      link.click();
    } else if (event.key === 'Escape' && !panel.hidden) {
      event.preventDefault();
      open(false);
    }
  });
  document.addEventListener('click', (event) => {
    if (!box.contains(event.target as Node)) open(false);
  });
  box.addEventListener('focusout', (event) => {
    if (event instanceof FocusEvent && event.relatedTarget && !box.contains(event.relatedTarget as Node)) open(false);
  });
  void openIndex(base, locale).catch(() => undefined);
  if (input.value.trim() !== '') void search();
}

function option(result: Answer['results'][number], id: string, base: string, texts: Texts): HTMLElement {
  const item = document.createElement('li');
  item.setAttribute('role', 'option');
  item.setAttribute('aria-selected', 'false');
  item.id = id;
  const link = document.createElement('a');
  link.href = base.replace(/pagefind\/$/, '') + result.url.replace(/^\//, '');
  link.tabIndex = -1;
  if (result.lang) link.lang = result.lang;
  const title = document.createElement('span');
  title.className = 'result-title';
  title.textContent = result.title;
  const section = document.createElement('span');
  section.className = 'result-section';
  section.textContent = [result.section, result.type === 'faq' ? texts.faq : texts.solution].join(' · ');
  const excerpt = document.createElement('span');
  excerpt.className = 'result-excerpt';
  excerpt.append(...marked(result.excerpt));
  link.append(title, section, excerpt);
  item.append(link);
  return item;
}

/** The text of an excerpt with its marks and nothing else that might stand in it. */
function marked(html: string): (Node | string)[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node) => {
    if (node.nodeName !== 'MARK') return node.textContent ?? '';
    const mark = document.createElement('mark');
    mark.textContent = node.textContent;
    return mark;
  });
}
