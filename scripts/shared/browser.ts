import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

/**
 * Starts a browser without installing one: on Linux the Chromium in a package, elsewhere the Chrome or Edge on the
 * machine, or else Playwright's own, which is downloaded once.
 *
 * @param flags of Chromium
 * @throws if it can't be started, with the message of the browser
 */
export async function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  if (process.platform === 'linux' && process.arch === 'x64')
    // Letters are placed as on a phone, not moved to whole pixels.
    return launch({
      executablePath: await unpackedBrowser(),
      args: ['--no-sandbox', '--font-render-hinting=none', ...flags],
    });
  for (const channel of ['chrome', 'msedge'])
    try {
      return await chromium.launch({ channel, args: [...flags] });
    } catch {
      // Not on this machine.
    }
  if (!existsSync(chromium.executablePath()))
    execFileSync('npx', ['playwright-core', 'install', 'chromium-headless-shell'], { stdio: 'inherit', shell: true });
  return launch({ args: [...flags] });
}

// On a busy machine a browser sometimes exits while it starts, and a second attempt works.
async function launch(options: LaunchOptions): Promise<Browser> {
  return chromium.launch(options).catch(() => chromium.launch(options));
}

/**
 * The browser of the package. The package unpacks it into the shared temporary folder and uses whatever is there, even
 * another version or a half-unpacked one. So it is unpacked into a new folder, which is renamed once complete.
 */
async function unpackedBrowser(): Promise<string> {
  const carrier = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  const folder = join(dirname(carrier), 'unpacked');
  const executable = join(folder, 'chromium');
  if (existsSync(executable)) return executable;
  const aside = await mkdtemp(`${folder}-`);
  try {
    const env = { ...process.env, TMPDIR: aside };
    execFileSync(process.execPath, [fileURLToPath(import.meta.resolve('./unpack-browser.ts'))], { env, stdio: 'pipe' });
    await rename(aside, folder).catch((error) => {
      if (!existsSync(executable)) throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return executable;
}
