/**
 * Joins the names of one person: if a ticket has several, they mean the same person on all tickets.
 *
 * @param tickets the names of each ticket's author; `null` for one that is missing
 * @returns one of a person's names for any of them, always the same
 */
export function samePeople(tickets: Iterable<readonly (string | null)[]>): (name: string) => string {
  const joined = new Map<string, string>();
  const find = (name: string): string => {
    let root = name;
    for (let next = joined.get(root); next !== undefined; next = joined.get(root)) root = next;
    // Long chains would make this slow.
    for (let one = name; one !== root; ) {
      const next = joined.get(one) ?? root;
      joined.set(one, root);
      one = next;
    }
    return root;
  };
  for (const names of tickets) {
    const [first, ...others] = names.filter((name) => name !== null);
    if (first === undefined) continue;
    for (const other of others) {
      const [a, b] = [find(first), find(other)];
      if (a !== b) joined.set(b, a);
    }
  }
  return find;
}
