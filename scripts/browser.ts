import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/**
 * A real Chromium without any installation: the one carried by a package on Linux, otherwise the
 * Chrome or Edge that is on the machine, otherwise Playwright's own, downloaded once.
 */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: carried } = await import('@sparticuz/chromium');
    return chromium.launch({ executablePath: await carried.executablePath(), args: ['--no-sandbox'] });
  }
  for (const channel of ['chrome', 'msedge'])
    try {
      return await chromium.launch({ channel });
    } catch {
      // Not on this machine.
    }
  if (!existsSync(chromium.executablePath())) {
    const { execFileSync } = await import('node:child_process');
    execFileSync('npx', ['playwright-core', 'install', 'chromium-headless-shell'], { stdio: 'inherit', shell: true });
  }
  return chromium.launch();
}
