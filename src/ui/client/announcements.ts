import { DISMISSED } from '../dismissed.ts';

// What a reader puts away stays away on this device; the page itself looks that up before it is painted.
const KEPT = 50;

for (const button of document.querySelectorAll('[data-part=announcement] button'))
  button.addEventListener('click', () => {
    const announcement = button.closest<HTMLElement>('[data-part=announcement]');
    if (!announcement) return;
    announcement.hidden = true;
    document.getElementById('main')?.focus({ preventScroll: true });
    try {
      const before: unknown = JSON.parse(localStorage.getItem(DISMISSED) ?? '[]');
      const kept = [announcement.dataset.id, ...(Array.isArray(before) ? before : [])].slice(0, KEPT);
      localStorage.setItem(DISMISSED, JSON.stringify(kept));
    } catch {
      // Refused, and so it comes back on the next page.
    }
  });
