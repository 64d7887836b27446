// A site may be older than its news: what has not begun or is over does not stand in the way.
const now = Date.now();

for (const one of document.querySelectorAll<HTMLElement>('[data-part=announcement], [data-part=rising-note]')) {
  const { from, until } = one.dataset;
  one.hidden = (from !== undefined && Date.parse(from) > now) || (until !== undefined && Date.parse(until) < now);
}
