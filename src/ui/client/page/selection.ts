// Only what is selected can be copied.
document.addEventListener('selectionchange', () => void import('./copy-numbers.ts').catch(() => undefined), {
  once: true,
});
