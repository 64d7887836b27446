import { applyLook } from './apply-look.ts';
import type { Direction, Mode } from './looks.ts';

// Each page is loaded as a reader would get it, and is then shown in the mode and direction of its frame.
for (const figure of document.querySelectorAll<HTMLElement>('.frame')) {
  const frame = figure.querySelector('iframe');
  const mode = figure.dataset.mode as Mode;
  const dir = figure.dataset.dir as Direction['dir'];
  const show = () => {
    const page = frame?.contentDocument;
    if (page && page.URL !== 'about:blank') applyLook({ mode, dir }, page);
  };
  frame?.addEventListener('load', show);
  show();
}
