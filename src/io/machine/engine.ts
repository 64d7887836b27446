import { join } from 'node:path';

/** The engine's own folder, wherever the content and the working directory are. */
export const engineDir = join(import.meta.dirname, '../../..');
