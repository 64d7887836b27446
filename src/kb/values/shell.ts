/** ` --content my-content`, to append to a command; empty if no folder was given. */
export function contentFlag(content: string | undefined): string {
  return content === undefined ? '' : ` --content ${shellQuoted(content)}`;
}

/** Quotes the name of a file or folder if a shell would otherwise split or change it. */
export function shellQuoted(name: string): string {
  const safe = /^[\w./:@~-]+$/.test(name);
  return safe ? name : `"${name.replace(/["\\$`]/g, '\\$&')}"`;
}
