import { element } from '../element.ts';

// Browsers copy a numbered list as text without its numbers, so "go back to step 2" means nothing in a chat. What else
// they copy is left to them.
document.addEventListener('copy', (event) => {
  const selection = getSelection();
  if (!event.clipboardData || !selection || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const items = [...document.querySelectorAll<HTMLLIElement>('.article ol > li')];
  const selected = items.filter((item) => range.intersectsNode(item));
  const [first] = selected;
  // Words of one step are only words.
  if (!first || (selected.length === 1 && first.contains(range.commonAncestorContainer))) return;
  const copied = range.cloneContents();
  const isBare = range.commonAncestorContainer instanceof HTMLOListElement;
  const list = isBare ? element('ol', {}, copied) : undefined;
  const clone = element('div', { class: 'visually-hidden' }, list ?? copied);
  // The first list can be selected from its middle; those after it are whole from their start.
  const own = first.closest('ol');
  const [start] = list ? [list] : clone.querySelectorAll('ol');
  if (start && own) start.start = placeOf(first, own);
  for (const link of clone.querySelectorAll('a')) link.setAttribute('href', link.href);
  for (const picture of clone.querySelectorAll('img')) picture.setAttribute('src', picture.src);
  document.body.append(clone);
  event.clipboardData.setData('text/html', clone.innerHTML);
  for (const list of clone.querySelectorAll('ol'))
    for (const item of list.querySelectorAll<HTMLLIElement>(':scope > li')) {
      const number = new Intl.NumberFormat(document.documentElement.lang).format(placeOf(item, list));
      const place = item.firstElementChild?.matches('p') ? item.firstElementChild : item;
      place.prepend(`${number}. `);
    }
  // Lines as they are shown.
  event.clipboardData.setData('text/plain', clone.innerText.trim());
  clone.remove();
  event.preventDefault();
});

/** The number of an item as it is shown. */
function placeOf(item: HTMLLIElement, list: HTMLOListElement): number {
  const items = [...list.querySelectorAll(':scope > li')];
  const place = items.indexOf(item);
  return list.reversed ? list.start - place : list.start + place;
}
