import { z } from 'zod';

/** What to do about an address with credentials. */
export const CREDENTIALS =
  'Remove the user name and password before the "@", because everyone can read the published site.';

/** Only http and https are safe to link to: other schemes, such as javascript:, can run code in the customer's browser. */
export const webAddress = z
  .url({
    protocol: /^https?$/,
    error: 'Write a full address such as https://help.example.com/.',
  })
  .refine((address) => !hasCredentials(address), CREDENTIALS);

/** What to do about the address of a site that browsers and hosts would write in different ways. */
export const PLAIN_PATH =
  'Use only the letters a to z, digits, "-", "_", "." and "~" in the path of the address, and no "?" or "#".';

/** Whether the path of an address is the same however it is encoded: without spaces, accents, or a query. */
export function hasPlainPath(address: string): boolean {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return true;
  const { pathname, search, hash } = new URL(address);
  return /^(?:\/[\w.~-]+)*\/?$/.test(pathname) && search + hash === '' && !/[?#]$/.test(address);
}

/** Whether an address contains a user name or password, as in `https://user:password@example.com/`. */
export function hasCredentials(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  return username !== '' || password !== '';
}
