import { DISMISSED_KEY } from '../../dismissed-announcements.ts';
import { readStoredList, storeList } from '../storage.ts';

// An announcement that a reader hides stays hidden on this device. The page itself checks that before it is painted.
const KEPT = 50;

for (const button of document.querySelectorAll('[data-part=announcement] button'))
  button.addEventListener('click', () => {
    const announcement = button.closest<HTMLElement>('[data-part=announcement]');
    if (!announcement) return;
    announcement.hidden = true;
    document.getElementById('main')?.focus({ preventScroll: true });
    storeList(DISMISSED_KEY, [announcement.dataset.id ?? '', ...readStoredList(DISMISSED_KEY)].slice(0, KEPT));
  });
