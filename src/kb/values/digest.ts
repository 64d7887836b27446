import { createHash } from 'node:crypto';

/** Twelve hex digits that change whenever a part changes: enough to distinguish versions of an article. */
export function digest(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 12);
}
