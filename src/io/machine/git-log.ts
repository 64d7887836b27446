/** A commit that touched articles. */
export interface Commit {
  id: string;
  /** The committer's calendar day, as written: `YYYY-MM-DD`. */
  day: string;
  /** Whether it's the first commit of the history. */
  first: boolean;
  touches: Touch[];
}

/** What a commit did to one file. */
export interface Touch {
  /** Added, deleted, or anything else. */
  kind: 'A' | 'D' | 'M';
  /** From the top of the repository. */
  path: string;
  /** Where it was before, if it was moved. */
  from?: string | undefined;
  /** Names of the contents before and after. */
  old: string;
  fresh: string;
}

/** Reads what `git log --raw -z --no-abbrev --format='%x01%H %cs %P'` prints. */
export function parseLog(log: string): Commit[] {
  const commits: Commit[] = [];
  const parts = log.split('\0');
  for (let index = 0; index < parts.length; index++) {
    // The line of a commit ends with a line break or a zero, as files follow or not.
    const part = (parts[index] ?? '').replace(/^\n/, '');
    if (part.startsWith('\x01')) {
      const [line = '', rest] = part.slice(1).split('\n');
      const [id = '', day = '', ...parents] = line.split(' ').filter((word) => word !== '');
      commits.push({ id, day, first: parents.length === 0, touches: [] });
      if (rest === undefined || rest === '') continue;
      parts[index] = rest;
      index--;
    } else if (part.startsWith(':')) {
      const [, , old = '', fresh = '', status = ''] = part.split(' ');
      const moved = status.startsWith('R') || status.startsWith('C');
      const from = moved ? parts[++index] : undefined;
      const path = parts[++index] ?? '';
      const kind = status === 'A' || status === 'D' ? status : 'M';
      commits.at(-1)?.touches.push({ kind, path, old, fresh, ...(from === undefined ? {} : { from }) });
    }
  }
  return commits;
}
