import { type OpeningHours, openingState, weekLines } from '#kb/contact/opening-hours.ts';
import { type OpeningTexts, openingText } from '../../opening-text.ts';
import { element } from '../element.ts';

// The page shows the hours in the company's time zone; this changes them to the reader's.
const locale = document.documentElement.lang;
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
const today = new Date().toISOString().slice(0, 10);

for (const place of document.querySelectorAll<HTMLElement>('[data-part=opening]')) {
  const opening: OpeningHours = JSON.parse(place.dataset.opening ?? '');
  const texts: OpeningTexts & { zone: string } = JSON.parse(place.dataset.texts ?? '');
  const [status, zone] = place.querySelectorAll('p');
  const list = place.querySelector('ul');
  const show = () => {
    const text = openingText(openingState(opening, Date.now()), texts, locale, Date.now(), timeZone);
    if (!status) return;
    status.hidden = text === undefined;
    status.textContent = text ?? '';
  };
  show();
  setInterval(show, 60_000);
  const own = weekLines(opening, locale, today, timeZone);
  if (!list || !zone || JSON.stringify(own) === JSON.stringify(weekLines(opening, locale, today, opening.timeZone)))
    continue;
  list.replaceChildren(
    ...own.map(({ days, times }) => element('li', {}, element('span', {}, days), ' ', element('span', {}, times))),
  );
  zone.textContent = texts.zone;
}
