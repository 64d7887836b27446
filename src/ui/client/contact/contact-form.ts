import { contextChips } from './context-chips.ts';
import { keepWritten } from './keep-written.ts';
import { mailAddress } from './mail-address.ts';
import { refusalOf } from './refusal.ts';
import { suggestArticles } from './suggest-articles.ts';

// In milliseconds: how long to wait for the desk.
const PATIENCE = 30_000;

for (const form of document.querySelectorAll<HTMLFormElement>('[data-contact]')) {
  const kind = form.dataset.contact;
  keepWritten(form);
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
  const why = document.createElement('strong');
  failed.prepend(why);
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
    let reason = '';
    try {
      const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
      const limit = new AbortController();
      setTimeout(() => limit.abort(), PATIENCE);
      const answer = await fetch(form.action, { method: 'POST', body, credentials: 'omit', signal: limit.signal });
      reason = answer.ok ? '' : await refusalOf(answer);
      if (!answer.ok) throw new Error(`${answer.status}`);
      // Otherwise, Back would show it as if it hadn't been sent.
      form.reset();
      form.hidden = true;
      sent.hidden = false;
      sent.focus();
    } catch {
      why.textContent = reason && `${reason} `;
      failed.hidden = false;
    }
    sending = false;
    button.removeAttribute('aria-disabled');
    button.textContent = label;
  });
}
