// A site may be older than its news: what has not begun or is over does not stand in the way, nor what a reader has put
// away. That is kept on the device.
const KEY = 'ohje:dismissed:1';
const KEPT = 50;
const now = Date.now();

function dismissed(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored : [];
  } catch {
    return [];
  }
}

const away = dismissed();
for (const one of document.querySelectorAll<HTMLElement>('[data-part=announcement], [data-part=rising-note]')) {
  const { id, from, until } = one.dataset;
  const isNow = !(from !== undefined && Date.parse(from) > now) && !(until !== undefined && Date.parse(until) < now);
  one.hidden = !isNow || (id !== undefined && away.includes(id));
  const button = one.querySelector('button');
  if (!button || id === undefined) continue;
  button.hidden = false;
  button.addEventListener('click', () => {
    one.hidden = true;
    document.getElementById('main')?.focus({ preventScroll: true });
    try {
      localStorage.setItem(KEY, JSON.stringify([id, ...dismissed()].slice(0, KEPT)));
    } catch {
      // Refused, and so it comes back on the next page.
    }
  });
}
