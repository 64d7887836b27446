// The search is loaded only when a reader focuses the field, or arrives with a question in the address.
const inputs = [...document.querySelectorAll<HTMLInputElement>('input[data-search]')];
const results = document.querySelector<HTMLElement>('[data-part=search-results]');
const asked = (results && new URLSearchParams(location.search).get('q')) ?? '';

let preloaded = false;

// In milliseconds.
const SLOW = 1000;
const AGAIN = 5000;

/** Fetches what the search needs while the code that asks for it is still on its way. */
function preload({ search = '', sheet = '' }: DOMStringMap): void {
  const index = `${import.meta.env.BASE_URL}pagefind/${document.documentElement.lang}/`;
  // The results page names most of it itself.
  const add = (link: Partial<HTMLLinkElement>) =>
    document.head.querySelector(`link[href="${link.href}"]`) ??
    document.head.appendChild(Object.assign(document.createElement('link'), link));
  const data = (href: string) => add({ rel: 'preload', as: 'fetch', crossOrigin: '', href });
  for (const name of ['pagefind.js', 'stemmer.js']) add({ rel: 'modulepreload', href: index + name });
  if (!results) {
    add({ rel: 'preload', as: 'style', href: sheet });
    // Pagefind asks for its list of pages first, and only then for what the list names. What is preloaded can be read
    // once, so the list that is read here isn't the one for Pagefind.
    const list = `${index}pagefind-entry.json`;
    data(`${list}?ts=${Math.round(performance.timeOrigin)}`);
    fetch(list)
      .then(async (entry) => {
        const { languages } = (await entry.json()) as { languages: Record<string, { hash: string }> };
        for (const { hash } of Object.values(languages)) data(`${index}pagefind.${hash}.pf_meta`);
      })
      .catch(() => undefined);
  }
  for (const href of [`${index}wasm.unknown.pagefind`, `${index}vocabulary.ohje`, search.replace(/\/$/, '.json')])
    data(href);
}

for (const input of inputs) {
  let started = false;
  let again = 0;
  const notice = document.createElement('p');
  notice.className = 'search-notice';
  notice.setAttribute('role', 'status');
  const say = (text = '') => {
    notice.textContent = text;
    notice.hidden = text === '';
  };
  say();
  const start = async () => {
    if (started) return;
    started = true;
    if (!preloaded) preload(input.dataset);
    preloaded = true;
    clearTimeout(again);
    const waiting = window.setTimeout(() => notice.hidden && say(input.dataset.loading), SLOW);
    try {
      if (results) await (await import('./results-page.ts')).startResults(input, results);
      else await (await import('./search-box.ts')).startSearch(input);
      notice.remove();
    } catch {
      started = false;
      // Enter still opens the page of results anew, which also helps if the site has been published again.
      say(input.dataset.failed);
      again = window.setTimeout(start, AGAIN);
      delete document.documentElement.dataset.asking;
    }
    clearTimeout(waiting);
  };
  // Without this script the form leads to the page with all articles.
  if (input.form && input.dataset.search) input.form.action = input.dataset.search;
  input.form?.after(notice);
  // Once loaded, the search must not take a word that an input method still composes for a question.
  input.addEventListener('compositionstart', () => {
    input.dataset.composing = '';
  });
  input.addEventListener('compositionend', () => {
    delete input.dataset.composing;
  });
  input.addEventListener('focus', start);
  input.addEventListener('input', start);
  input.addEventListener('blur', () => {
    // A question in the address is still waiting for its answer.
    if (asked !== '') return;
    say();
    clearTimeout(again);
  });
  addEventListener('online', () => notice.hidden || start());
  // The reader may have been quicker than this script.
  const isHere = document.activeElement === input;
  if (!input.value) input.value = asked;
  if (isHere || asked !== '') void start();
}

document.addEventListener('keydown', (event) => {
  // An autofilled field sends a key without a name, and a script of the page can send one from the document itself.
  const { target, key = '', altKey } = event;
  const typing = target instanceof Element && target.closest('input, textarea, select, [contenteditable]');
  const command = event.ctrlKey || event.metaKey;
  const input = inputs.find((one) => one.offsetParent !== null);
  const slash = key === '/' && !command && !altKey && !typing;
  // In a text, Ctrl+K deletes to the end of the line on a Mac.
  const asked = slash || (key.toLowerCase() === 'k' && command && (!typing || typing === input));
  if (!asked || !input) return;
  event.preventDefault();
  input.focus();
  input.select();
});
