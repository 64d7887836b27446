import { element } from './element.ts';

// A screen reader reads each text to its end, so a text is announced only once it stops changing.
const REST_MS = 500;

/** A polite live region that announces only the latest change. */
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
