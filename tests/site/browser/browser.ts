import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../scripts/shared/browser.ts';

// A process for each page takes longer to start than most pages take.
const flags = ['--process-per-site'];

let running: Promise<Browser> | undefined;

/** The browser of all test files that run in this process, with which it ends. */
export async function testBrowser(): Promise<Browser> {
  if (running && (await running).isConnected()) return running;
  running = launchBrowser(flags);
  return running;
}
