// A header with many links has two lines; what an address leads to must not be behind it.
const header = document.querySelector<HTMLElement>('[data-part=header]');

if (header) {
  const root = document.documentElement;
  const measure = () => {
    const stays = getComputedStyle(header).position === 'sticky';
    root.style.setProperty('--header', `${stays ? header.offsetHeight : 0}px`);
  };
  new ResizeObserver(measure).observe(header);
  // Turning a phone can change whether it stays, but not its height.
  addEventListener('resize', measure);
  measure();
}
