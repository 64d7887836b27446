// Nothing of the search is loaded before somebody turns to it.
const inputs = [...document.querySelectorAll<HTMLInputElement>('[data-search]')];

for (const input of inputs)
  input.addEventListener(
    'focus',
    async () => {
      const { startSearch } = await import('./search-box.ts');
      startSearch(input);
    },
    { once: true },
  );

document.addEventListener('keydown', (event) => {
  const typing = (event.target as Element).closest('input, textarea, select, [contenteditable]');
  const asked = (event.key === '/' && !typing) || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey));
  const input = inputs.find((one) => one.offsetParent !== null);
  if (!asked || !input) return;
  event.preventDefault();
  input.focus();
  input.select();
});
