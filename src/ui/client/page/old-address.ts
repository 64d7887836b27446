import { follow, type RedirectRule } from '#kb/redirects/redirect-rule.ts';
import { decodeAddress } from '#kb/values/decode-address.ts';

// Hosts without rules show the 404 page at old addresses, so the page follows the rules itself.
const main = document.querySelector<HTMLElement>('[data-redirects]');
const { redirects, base = '/' } = main?.dataset ?? {};
let isOld = false;
if (redirects) {
  const rules: RedirectRule[] = JSON.parse(redirects);
  const address = `/${decodeAddress(location.pathname.slice(base.length))}`.normalize();
  for (const rule of rules) {
    const to = follow(rule, address);
    if (to === undefined) continue;
    location.replace(to.startsWith('/') ? base + encodeURI(to.slice(1)) : to);
    isOld = true;
    break;
  }
}
if (!isOld) await import('./not-found.ts');
