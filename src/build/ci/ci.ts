import type { HostFile } from '../hosts/host.ts';

/** What runs for each pull request and every Monday, on a code host. */
export interface Ci {
  title: string;
  files: readonly HostFile[];
  /** What to do with the files, a sentence per line. */
  next: readonly string[];
}
