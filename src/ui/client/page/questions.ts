// Each answer has its own address. This opens the answer of the address in browsers that do not, and updates the
// address when the reader opens another.
const answers = [...document.querySelectorAll<HTMLElement>('.questions .answer')];
const asked = () => decodeURIComponent(location.hash.slice(1));

function openAsked(): void {
  const details = answers.find(({ id }) => id === asked())?.closest('details');
  if (!details) return;
  details.open = true;
  details.querySelector('summary')?.focus({ preventScroll: true });
  details.scrollIntoView();
}

for (const answer of answers) {
  const details = answer.closest('details');
  details?.addEventListener('toggle', () => {
    if (details.open === (asked() === answer.id)) return;
    const address = details.open ? `#${encodeURIComponent(answer.id)}` : location.pathname + location.search;
    history.replaceState(null, '', address);
  });
}
addEventListener('hashchange', openAsked);
openAsked();
