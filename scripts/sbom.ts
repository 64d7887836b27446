import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { replaceFiles } from '#io/machine/atomic-write.ts';
import { engineDir } from '#io/machine/engine.ts';
import { count } from '#report/layout/numbers.ts';
import { shippedPackages } from './sbom/packages.ts';
import { defineCommand } from './shared/command.ts';
import { failureText, NOTHING, Refusal } from './shared/failures.ts';
import { runCommand } from './shared/run-command.ts';

export const command = defineCommand({
  name: 'sbom',
  summary: 'List all packages that are shipped with Ohje: a bill of materials (CycloneDX) and their licenses.',
  details: 'They are written to .reports/sbom.json and .reports/licenses.md.',
  options: {},
  run: async () => {
    const packages = shippedPackages(JSON.parse(await readFile(join(engineDir, 'package-lock.json'), 'utf8')));
    const rows = packages.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`);
    const table = ['| Package | Version | License |', '| --- | --- | --- |', ...rows];
    const bom = await listWithNpm().catch((error: unknown) => {
      throw new Refusal(`npm couldn't list the packages: ${failureText(error)} ${NOTHING}`);
    });
    await replaceFiles([
      [join(engineDir, '.reports/sbom.json'), bom],
      [join(engineDir, '.reports/licenses.md'), `${table.join('\n')}\n`],
    ]);
    process.stdout.write(`Wrote .reports/sbom.json and .reports/licenses.md: ${count(packages.length, 'package')}.\n`);
    return 0;
  },
});

async function listWithNpm(): Promise<string> {
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'];
  const { stdout } = await promisify(execFile)('npm', words, {
    cwd: engineDir,
    maxBuffer: 64 * 1024 * 1024,
    // On Windows, npm is a script that only a shell starts.
    shell: process.platform === 'win32',
  });
  // The same packages give the same bytes, so it has no moment and no random number.
  const { serialNumber: _number, ...bom } = JSON.parse(stdout);
  delete bom.metadata.timestamp;
  return `${JSON.stringify(bom, null, 2)}\n`;
}

if (import.meta.main) await runCommand(command);
