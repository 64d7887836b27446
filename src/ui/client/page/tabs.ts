import { storageKey } from '../../storage-key.ts';
import { readStored, store } from '../storage.ts';
import { addressedId } from './addressed-id.ts';
import { type DeviceHints, platformsOf } from './device.ts';

// Tabs come as readable sections one after the other; here they become tabs after the ARIA pattern. Until the reader
// chooses, those of the device come first; only a choice is kept.
const key = storageKey('platform');
const chosenBefore = readStored(key);
const fitting = [...(chosenBefore === undefined ? [] : [chosenBefore]), ...platformsOf(navigator as DeviceHints)];
/** Shows the tab of a platform in each group that has one. */
const groups: ((platform: string) => void)[] = [];
/** Shows the tab that an element is in, for each group. */
const addresses: ((target: Element) => void)[] = [];

for (const [group, tabs] of [...document.querySelectorAll<HTMLElement>('[data-part=tabs]')].entries()) {
  const panels = [...tabs.querySelectorAll<HTMLElement>(':scope > .tab')];
  if (panels.length < 2) continue;
  const list = document.createElement('div');
  list.className = 'tab-list';
  list.setAttribute('role', 'tablist');
  list.setAttribute('aria-label', tabs.dataset.label ?? '');
  const buttons = panels.map((panel, index) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.id = `tab-${group}-${index}`;
    button.textContent = panel.dataset.label ?? '';
    button.setAttribute('role', 'tab');
    panel.id = `panel-${group}-${index}`;
    button.setAttribute('aria-controls', panel.id);
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', button.id);
    panel.removeAttribute('aria-label');
    panel.tabIndex = 0;
    panel.addEventListener('beforematch', () => choose(index));
    return button;
  });
  const choose = (chosen: number) => {
    for (const [index, button] of buttons.entries()) {
      button.setAttribute('aria-selected', String(index === chosen));
      button.tabIndex = index === chosen ? 0 : -1;
      const panel = panels[index];
      if (index === chosen) panel?.removeAttribute('hidden');
      // The browser finds what is in it, on the page and by address, and then shows it.
      else panel?.setAttribute('hidden', 'until-found');
    }
  };
  const placeOf = (platform: string) => panels.findIndex((panel) => panel.dataset.platform === platform);
  groups.push((platform) => {
    const place = placeOf(platform);
    if (place >= 0) choose(place);
  });
  list.append(...buttons);
  list.addEventListener('click', (event) => {
    const index = buttons.indexOf(event.target as HTMLButtonElement);
    if (index < 0) return;
    const platform = panels[index]?.dataset.platform;
    choose(index);
    if (platform === undefined) return;
    const before = list.getBoundingClientRect().top;
    for (const show of groups) show(platform);
    // Groups further up may have grown or shrunk; what the reader looks at stays where it is.
    scrollBy({ top: list.getBoundingClientRect().top - before, behavior: 'instant' });
    store(key, platform);
  });
  list.addEventListener('keydown', (event) => {
    const rtl = getComputedStyle(list).direction === 'rtl';
    const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key];
    const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? buttons.length - 1
          : step && (now + step + buttons.length) % buttons.length;
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]?.click();
    buttons[next]?.focus();
  });
  tabs.classList.add('tabs-live');
  tabs.prepend(list);
  choose(fitting.map(placeOf).find((place) => place >= 0) ?? 0);
  addresses.push((target) => {
    const place = panels.findIndex((panel) => panel.contains(target));
    if (place < 0) return;
    choose(place);
    target.scrollIntoView();
  });
}

/** Shows the tab that has the part of the page that is in the address. */
function showAddressed(): void {
  const target = document.getElementById(addressedId());
  if (target) for (const show of addresses) show(target);
}
addEventListener('hashchange', showAddressed);
showAddressed();
