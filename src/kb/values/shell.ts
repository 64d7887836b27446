/** ` --content my-content`, to be put after a command; nothing where the folder was not named. */
export function contentOption(content: string | undefined): string {
  return content === undefined ? '' : ` --content ${shellQuoted(content)}`;
}

/** A name of a file or folder as a shell takes it for one word. */
export function shellQuoted(name: string): string {
  const safe = /^[\w./:@~-]+$/.test(name);
  return safe ? name : `"${name.replace(/["\\$`]/g, '\\$&')}"`;
}
