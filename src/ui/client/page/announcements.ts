import { DISMISSED_KEY } from '../../dismissed-announcements.ts';
import { readStoredList, storeList } from '../storage.ts';

// What a reader puts away stays away on this device; the page itself looks that up before it is painted.
const KEPT = 50;

for (const button of document.querySelectorAll('[data-part=announcement] button'))
  button.addEventListener('click', () => {
    const announcement = button.closest<HTMLElement>('[data-part=announcement]');
    if (!announcement) return;
    announcement.hidden = true;
    document.getElementById('main')?.focus({ preventScroll: true });
    storeList(DISMISSED_KEY, [announcement.dataset.id ?? '', ...readStoredList(DISMISSED_KEY)].slice(0, KEPT));
  });
