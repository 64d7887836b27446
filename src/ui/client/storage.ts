// What readers chose, kept on their device and nowhere else. If the browser forbids storage or it is full, a choice lasts
// until the page is left.

/** Where choices are kept. Access throws if the browser forbids it. */
export type OpenStorage = () => Storage;

const device: OpenStorage = () => localStorage;

/** What was kept, or `undefined`. */
export function readStored(key: string, storage = device): string | undefined {
  try {
    return storage().getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a choice, or forgets it if there is none. */
export function store(key: string, choice: string | undefined, storage = device): void {
  try {
    if (choice === undefined) storage().removeItem(key);
    else storage().setItem(key, choice);
  } catch {
    // The browser refuses to store it; the choice still holds for the page.
  }
}

/** The texts of a list that was kept; none if something else is stored. */
export function readStoredList(key: string, storage = device): string[] {
  try {
    const list: unknown = JSON.parse(readStored(key, storage) ?? '[]');
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** Keeps a list, or forgets it if it is empty. */
export function storeList(key: string, list: readonly string[], storage = device): void {
  store(key, list.length === 0 ? undefined : JSON.stringify(list), storage);
}
