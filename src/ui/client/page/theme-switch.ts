import { storageKey } from '../../storage-key.ts';
import { store } from '../storage.ts';

// Light, dark, or the setting of the device. Only a choice is stored.
const key = storageKey('theme');
const root = document.documentElement;

function show(): void {
  const mode = root.dataset.theme ?? 'system';
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-theme-choice]'))
    button.setAttribute('aria-pressed', String(button.dataset.themeChoice === mode));
  // On phones, the bar of the browser continues the header, whatever its color is in this mode.
  const header = document.querySelector('.header');
  const color = header ? getComputedStyle(header).backgroundColor : '';
  if (color) for (const one of document.querySelectorAll<HTMLMetaElement>('[name=theme-color]')) one.content = color;
}

for (const menu of document.querySelectorAll<HTMLDetailsElement>('.theme-switch')) {
  menu.addEventListener('click', (event) => {
    const choice = (event.target as Element).closest<HTMLButtonElement>('[data-theme-choice]')?.dataset.themeChoice;
    if (choice === undefined) return;
    if (choice === 'system') delete root.dataset.theme;
    else root.dataset.theme = choice;
    store(key, root.dataset.theme);
    show();
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
}
show();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);

// Menus close as people expect: with Escape, and when something else is chosen.
for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu')) {
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.preventDefault();
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  document.addEventListener('click', (event) => {
    if (!menu.contains(event.target as Node)) menu.open = false;
  });
}
