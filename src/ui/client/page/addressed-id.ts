/** The id of the part of the page that is in its address; empty if there is none, or if it can't be read: `#50%`. */
export function addressedId(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}
