/** The progress of a long command. It is shown only on a terminal, so piped output stays clean. */
export interface Progress {
  /**
   * @param done from 0 to 1, if known
   * @param rows read so far, if it reads rows
   */
  show(doing: string, done?: number, rows?: number): void;
  clear(): void;
}

/** Speed and remaining time are estimated from here on. */
const ESTIMATE_SECONDS = 2;

/** Shows progress in one line, which is overwritten and finally removed. */
export function showProgress(): Progress {
  const { stderr } = process;
  if (!stderr.isTTY || process.env.TERM === 'dumb') return { show: () => {}, clear: () => {} };
  let shown = '';
  const write = (text: string) => {
    if (text !== shown) stderr.write(`\r\x1b[K${text}`);
    shown = text;
  };
  let step = { doing: '', started: 0 };
  return {
    show(doing, done, rows) {
      const now = performance.now();
      if (doing !== step.doing) step = { doing, started: now };
      // On some terminals, a character in the last column starts a new line.
      write(progressLine({ doing, done, rows, seconds: (now - step.started) / 1000 }, (stderr.columns || 80) - 1));
    },
    clear: () => write(''),
  };
}

/** A step of a long command. */
interface Step {
  doing: string;
  /** From 0 to 1. */
  done?: number | undefined;
  rows?: number | undefined;
  /** Since it started. */
  seconds: number;
}

/** @param room how many characters fit; what matters least is left out first */
export function progressLine({ doing, done, rows, seconds }: Step, room: number): string {
  const share = done === undefined ? [] : [`${Math.floor(done * 100)}%`];
  const read = rows === undefined ? [] : [count(rows)];
  const estimates = done !== undefined && done > 0 && done < 1 && seconds >= ESTIMATE_SECONDS;
  const rate = estimates && rows !== undefined ? [`${count(Number((rows / seconds).toPrecision(2)))} per second`] : [];
  const left = estimates ? [`${duration((seconds / done) * (1 - done))} left`] : [];
  const passed = done === undefined && seconds >= ESTIMATE_SECONDS ? [duration(seconds)] : [];
  const line = [
    [...share, ...read, ...rate, ...left, ...passed],
    [...share, ...read, ...left, ...passed],
    [...share, ...left, ...passed],
    share,
  ]
    .map((parts) => `${doing} … ${parts.join(', ')}`.trimEnd())
    .find(({ length }) => length <= room);
  return line ?? doing.slice(0, Math.max(0, room));
}

function count(rows: number): string {
  return `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`;
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
