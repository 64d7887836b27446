import carried from '@sparticuz/chromium';

// Unpacks into TMPDIR; a separate process, so the TMPDIR of its parent stays as it is.
await carried.executablePath();
