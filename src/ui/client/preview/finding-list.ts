import { element } from '../element.ts';
import type { ShownFinding } from './page-state.ts';

// Never by color alone.
const words = { error: '✕ Error', warning: '▲ Warning', info: '● Note' };

/**
 * Findings as a list.
 *
 * @param linked whether each links to its page
 */
export function findingList(findings: readonly ShownFinding[], linked = false): HTMLUListElement {
  return element('ul', {}, ...findings.map((found) => item(found, linked)));
}

function item({ severity, says, fix, place, file, href }: ShownFinding, linked: boolean): HTMLLIElement {
  const where = element('p', {}, file === undefined ? element('code', {}, place) : openButton(place, file));
  if (linked && href !== undefined) where.append(' ', element('a', { href }, 'Show the page'));
  return element(
    'li',
    { class: severity },
    element('p', {}, element('strong', {}, `${words[severity]}: `), says),
    element('p', {}, fix),
    where,
  );
}

/** A button that opens a file in the editor of the writer. */
export function openButton(label: string, file: string, about?: string): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'place', title: 'Open in your editor' }, about ?? '');
  if (about === undefined) button.append(element('code', {}, label));
  button.addEventListener('click', () => fetch(`/__open-in-editor?file=${encodeURIComponent(file)}`));
  return button;
}

/** An element of its own styles, with content that no style of the page reaches. */
export function apart(tag: string, styles: string, ...children: Node[]): HTMLElement {
  const host = document.createElement(tag);
  host.lang = 'en';
  host.dir = 'ltr';
  host.setAttribute('data-pagefind-ignore', '');
  host.attachShadow({ mode: 'open' }).append(element('style', {}, styles), ...children);
  return host;
}
