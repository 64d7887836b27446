import carried from '@sparticuz/chromium';

// Where TMPDIR says: a process of its own, so that this one's is left as it is.
await carried.executablePath();
