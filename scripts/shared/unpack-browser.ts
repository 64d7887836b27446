import chromium from '@sparticuz/chromium';

// It unpacks into TMPDIR. This runs as a process of its own, to leave the TMPDIR of the caller alone.
await chromium.executablePath();
