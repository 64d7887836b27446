import { storageKey } from '../../storage-key.ts';
import { readStored } from '../storage.ts';

// Few readers change the language, so what keeps their place is loaded for them only: before the change, once they are
// near a link to it, and after it.
const load = () => void import('./keep-place.ts').catch(() => undefined);
const near = ({ target }: Event) => {
  if (target instanceof Element && target.closest('a[hreflang], [data-part=language-menu]')) load();
};

// The address can hold a question, which stays the reader's question in another language.
const carry = ({ target }: Event) => {
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[hreflang]');
  if (link && link.origin === location.origin && location.search) link.search = location.search;
};

if (readStored(storageKey('place'), () => sessionStorage) !== undefined) load();
addEventListener('pointerover', near);
addEventListener('focusin', near);
addEventListener('click', carry);
addEventListener('auxclick', carry);
