/** How far a long command has come, on a terminal only: what is piped on stays clean. */
export interface Progress {
  /**
   * @param done from 0 to 1, if that is known
   * @param rows read so far, if any are read
   */
  show(doing: string, done?: number, rows?: number): void;
  clear(): void;
}

/** A rate and an end are guessed from here on. */
const TELLING_SECONDS = 2;

/** One line that is written over again and again, and taken away in the end. */
export function onTerminal(): Progress {
  const { stderr } = process;
  if (!stderr.isTTY || process.env.TERM === 'dumb') return { show: () => {}, clear: () => {} };
  const write = (text: string) => stderr.write(`\r\x1b[K${text}`);
  let step = { doing: '', began: 0 };
  return {
    show(doing, done, rows) {
      const now = performance.now();
      if (doing !== step.doing) step = { doing, began: now };
      // A sign in the last column would begin a new line on some terminals.
      write(progressLine({ doing, done, rows, seconds: (now - step.began) / 1000 }, (stderr.columns || 80) - 1));
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
  /** Since it began. */
  seconds: number;
}

/** The line on a terminal. The least important part is left out if it has more than `room` characters. */
export function progressLine({ doing, done, rows, seconds }: Step, room: number): string {
  const share = done === undefined ? [] : [`${Math.floor(done * 100)} %`];
  const read = rows === undefined ? [] : [count(rows)];
  const telling = done !== undefined && done > 0 && rows !== undefined && seconds >= TELLING_SECONDS;
  const rate = telling ? [`${count(Number((rows / seconds).toPrecision(2)))} a second`] : [];
  const left = telling ? [`${duration((seconds / done) * (1 - done))} left`] : [];
  const passed = done === undefined && seconds >= TELLING_SECONDS ? [duration(seconds)] : [];
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
