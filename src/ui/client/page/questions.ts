import { addressedId } from './addressed-id.ts';

// Each answer has its own address. This opens the answer of the address in browsers that do not, and updates the
// address when the reader opens another.
const answers = [...document.querySelectorAll<HTMLElement>('.questions .answer')];

function openAsked(): void {
  const details = answers.find(({ id }) => id === addressedId())?.closest('details');
  if (!details) return;
  details.open = true;
  details.querySelector('summary')?.focus({ preventScroll: true });
  details.scrollIntoView();
}

for (const answer of answers) {
  const details = answer.closest('details');
  details?.addEventListener('toggle', () => {
    if (details.open === (addressedId() === answer.id)) return;
    const address = details.open ? `#${encodeURIComponent(answer.id)}` : location.pathname + location.search;
    history.replaceState(null, '', address);
  });
}
addEventListener('hashchange', openAsked);
openAsked();
