// Pictures come as links to themselves; here they become buttons that show them as large as the window allows.
const dialog = document.querySelector<HTMLDialogElement>('[data-part=enlarged]');

for (const link of dialog ? document.querySelectorAll<HTMLAnchorElement>('[data-part=enlarge]') : []) {
  link.setAttribute('role', 'button');
  link.setAttribute('aria-haspopup', 'dialog');
  link.addEventListener('click', (event) => {
    const picture = link.querySelector('img');
    // With these keys, the reader wants it in a new tab or window.
    if (!dialog || !picture || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const large = picture.cloneNode() as HTMLImageElement;
    large.loading = 'eager';
    // The original, because it is shown in full.
    large.removeAttribute('srcset');
    large.style.setProperty('--ratio', String(picture.width / picture.height || 1));
    dialog.querySelector('img')?.remove();
    dialog.append(large);
    dialog.setAttribute('aria-label', picture.alt);
    dialog.showModal();
  });
  // Unlike a link, a button answers to the space bar as well.
  link.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    link.click();
  });
}

// The browser restores the focus. A click beside the picture closes the dialog, as Escape does.
dialog?.addEventListener('click', (event) => {
  if (event.target === dialog) dialog.close();
});
