import type { Mode, Side } from './sides.ts';
import { turn } from './turn.ts';

// Each page comes as a reader would get it, and is then shown in the mode and direction its frame stands for.
for (const figure of document.querySelectorAll<HTMLElement>('.frame')) {
  const frame = figure.querySelector('iframe');
  const mode = figure.dataset.mode as Mode;
  const dir = figure.dataset.dir as Side['dir'];
  const show = () => {
    const page = frame?.contentDocument;
    if (page && page.URL !== 'about:blank') turn({ mode, dir }, page);
  };
  frame?.addEventListener('load', show);
  show();
}
