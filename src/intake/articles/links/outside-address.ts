import { cleanAddress, isSafeLink } from '#kb/values/link-address.ts';
import { hasCredentials } from '#kb/values/web-address.ts';

/** The address of a page or picture on another site as articles can have it, or why they can't. */
export type OutsideAddress = { url: string } | { fault: string };

/** What `imageHosts` in site.yaml can name. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?::\d{1,5})?$/;

/** Settles the address of a link: `//host/x` gets its scheme, and no address has a password or can run anything. */
export function outsideAddress(written: string): OutsideAddress {
  const url = cleanAddress(written.startsWith('//') ? `https:${written}` : written);
  if (hasCredentials(url)) return { fault: 'includes a user name or password' };
  return isSafeLink(url) ? { url } : { fault: "isn't allowed" };
}

/** The host of a picture on another site, for `imageHosts`; nothing if the picture can't be loaded from there. */
export function pictureHost(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url) || hasCredentials(url)) return undefined;
  const { host } = new URL(url);
  return HOST.test(host) ? host : undefined;
}
