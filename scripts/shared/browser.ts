import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

/**
 * A real Chromium without any installation: the one from a package on Linux, otherwise the
 * Chrome or Edge that is on the machine, otherwise Playwright's own, downloaded once.
 *
 * @throws where it cannot be started, with what the browser itself said of it
 */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform === 'linux' && process.arch === 'x64')
    // Letters are where a phone draws them, not moved to whole pixels.
    return launch({ executablePath: await unpackedBrowser(), args: ['--no-sandbox', '--font-render-hinting=none'] });
  for (const channel of ['chrome', 'msedge'])
    try {
      return await chromium.launch({ channel });
    } catch {
      // Not on this machine.
    }
  if (!existsSync(chromium.executablePath()))
    execFileSync('npx', ['playwright-core', 'install', 'chromium-headless-shell'], { stdio: 'inherit', shell: true });
  return launch({});
}

// On a machine out of breath a browser sometimes ends while it starts, and comes up when asked again.
async function launch(options: LaunchOptions): Promise<Browser> {
  return chromium.launch(options).catch(() => chromium.launch(options));
}

/**
 * The browser of the package, which unpacks it into the shared temporary folder and uses whatever is there: another
 * version, or an incomplete one that another process is unpacking. So it is unpacked elsewhere, and renamed when it is
 * complete.
 */
async function unpackedBrowser(): Promise<string> {
  const carrier = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  const folder = join(dirname(carrier), 'unpacked');
  const executable = join(folder, 'chromium');
  if (existsSync(executable)) return executable;
  const aside = await mkdtemp(`${folder}-`);
  try {
    const env = { ...process.env, TMPDIR: aside };
    execFileSync(process.execPath, [join(import.meta.dirname, 'unpack-browser.ts')], { env, stdio: 'pipe' });
    await rename(aside, folder).catch((error) => {
      if (!existsSync(executable)) throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return executable;
}
