import { decodeAddress } from '#kb/values/decode-address.ts';

/** The id of the part of the page that is in its address; empty if there is none. */
export function addressedId(): string {
  return decodeAddress(location.hash.slice(1));
}
