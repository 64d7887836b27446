import { contextChips } from './context-chips.ts';
import { mailAddress } from './mail-address.ts';
import { suggestArticles } from './suggest-articles.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('[data-contact]')) {
  const kind = form.dataset.contact;
  const carried = contextChips(form);
  suggestArticles(form);
  if (kind === 'post') sendFromPage(form);
  if (kind === 'mail')
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      location.href = mailAddress(form.action, new FormData(form), carried());
    });
}

/** Sends without leaving the page, so nothing written is lost if it fails. */
function sendFromPage(form: HTMLFormElement): void {
  const failed = form.querySelector<HTMLElement>('.contact-failed');
  const sent = form.parentElement?.querySelector<HTMLElement>('.contact-sent');
  const button = form.querySelector<HTMLButtonElement>('[type=submit]');
  if (!failed || !sent || !button) return;
  const label = button.textContent;
  let sending = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    failed.hidden = true;
    // Disabled, it would lose the focus.
    button.setAttribute('aria-disabled', 'true');
    button.textContent = button.dataset.busy ?? label;
    try {
      const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
      const answer = await fetch(form.action, { method: 'POST', body, credentials: 'omit' });
      if (!answer.ok) throw new Error(`${answer.status}`);
      form.hidden = true;
      sent.hidden = false;
      sent.focus();
    } catch {
      failed.hidden = false;
    }
    sending = false;
    button.removeAttribute('aria-disabled');
    button.textContent = label;
  });
}
