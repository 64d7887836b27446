// The search is loaded only when a reader focuses the field, or arrives with a question in the address.
const inputs = [...document.querySelectorAll<HTMLInputElement>('[data-search]')];
const results = document.querySelector<HTMLElement>('[data-part=search-results]');

for (const input of inputs) {
  let started = false;
  const start = async () => {
    if (started) return;
    started = true;
    try {
      if (results) await (await import('./results-page.ts')).startResults(input, results);
      else await (await import('./search-box.ts')).startSearch(input);
    } catch {
      // The connection may be back next time.
      started = false;
      delete document.documentElement.dataset.asking;
    }
  };
  // Without this script the form leads to the page with all articles.
  if (input.form && input.dataset.search) input.form.action = input.dataset.search;
  input.addEventListener('focus', start);
  // The reader may have been quicker than this script.
  const isHere = document.activeElement === input;
  if (isHere || (results && new URLSearchParams(location.search).has('q'))) void start();
}

document.addEventListener('keydown', (event) => {
  const typing = (event.target as Element).closest('input, textarea, select, [contenteditable]');
  const asked = (event.key === '/' && !typing) || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey));
  const input = inputs.find((one) => one.offsetParent !== null);
  if (!asked || !input) return;
  event.preventDefault();
  input.focus();
  input.select();
});
