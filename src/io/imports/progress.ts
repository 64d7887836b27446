/** How a long task reports its progress, and how it is interrupted. */
export interface ProgressOptions {
  /** Called now and then with the current step, its share done from 0 to 1 if known, and the number of tickets read. */
  onProgress?: ((doing: string, done?: number, rows?: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Time between two reports, in milliseconds. */
export const PROGRESS_INTERVAL_MS = 200;
