import { storageKey } from '../../storage-key.ts';
import { readStored, store } from '../storage.ts';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

// Only until the page is there in the other language, and only in this tab.
const inTab = () => sessionStorage;
const key = storageKey('written');

/** Keeps what was written into a form when the reader changes the language of the page. */
export function keepWritten(form: HTMLFormElement): void {
  const fields = [...form.querySelectorAll<Field>('input:not([type=hidden]), select, textarea')].filter(({ id }) => id);
  const kept = new Map<string, string>(parse(readStored(key, inTab)));
  store(key, undefined, inTab);
  for (const field of fields) {
    const value = kept.get(field.id);
    if (value === undefined) continue;
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value !== '';
    else field.value = value;
  }
  document.addEventListener('click', ({ target, ctrlKey, metaKey, shiftKey }) => {
    const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[hreflang]');
    // Only for the same page in another language, in this tab: what is kept must be read there, and is gone then.
    if (!link || ctrlKey || metaKey || shiftKey || pageOf(link) !== pageOf(location)) return;
    const written = (field: Field) =>
      field instanceof HTMLInputElement && field.type === 'checkbox' && !field.checked ? '' : field.value;
    store(key, JSON.stringify(fields.map((field) => [field.id, written(field)])), inTab);
  });
}

/** The last part of an address, which is the same in every language. */
function pageOf({ pathname }: { pathname: string }): string | undefined {
  return pathname.split('/').at(-2);
}

function parse(stored = '[]'): [string, string][] {
  try {
    return JSON.parse(stored) as [string, string][];
  } catch {
    return [];
  }
}
