import chromium from '@sparticuz/chromium';

// It unpacks into TMPDIR. This runs as a separate process, to leave the TMPDIR of the caller alone.
await chromium.executablePath();
