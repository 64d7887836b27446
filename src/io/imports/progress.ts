/** Somebody waits for a long work: they are told how far it is, and may end it. */
export interface ProgressOptions {
  /** Told now and then what is being done, how far it is from 0 to 1 where that is known, and how many tickets were read. */
  onProgress?: ((doing: string, done?: number, rows?: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** So often they are told, in milliseconds. */
export const PROGRESS_INTERVAL_MS = 200;
