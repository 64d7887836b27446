import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Lets pages of other hosts read the help center, as the help inside a product does: in `_headers`, for hosts that
 * follow it. What is for the support team stays unread.
 *
 * @param base path of the site's root, ending in "/"
 */
export async function writeHeaders(audience: 'public' | 'internal', out: string, base: string): Promise<void> {
  if (audience === 'public') await writeFile(join(out, '_headers'), `${base}*\n  Access-Control-Allow-Origin: *\n`);
}
