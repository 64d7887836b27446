import { element } from './element.ts';

// A screen reader says each text to its end, so only what has come to rest is said.
const REST_MS = 500;

/** A live region: says politely what has changed, the last thing only. */
export function announcer(place: HTMLElement): (text: string) => void {
  const status = element('p', { role: 'status', class: 'visually-hidden' });
  place.append(status);
  let timer = 0;
  return (text) => {
    clearTimeout(timer);
    status.textContent = '';
    timer = window.setTimeout(() => {
      status.textContent = text;
    }, REST_MS);
  };
}
