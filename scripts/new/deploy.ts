import { basename, relative, resolve, sep } from 'node:path';
import { hosts } from '#build/hosts/all.ts';
import type { HostRequest } from '#build/hosts/host.ts';
import { readServedAddress, readServedSite, readTwins } from '#io/machine/served-site.ts';
import { Refusal, UsageError } from '../shared/failures.ts';
import { listOf, suggestOneOf } from '../shared/read-values.ts';
import { type HostName, hostNames } from './deploy-hosts.ts';
import { type WriteOptions, writeOrPrint } from './write-project-files.ts';

interface DeployOptions extends WriteOptions {
  out: string;
  domain: readonly [locale: string, name: string][];
  machines: number | undefined;
  root: string | undefined;
  port: number | undefined;
}

/**
 * Makes what a host needs to serve the built site, and writes or prints it.
 *
 * @returns what to print: the files or which were written, and what to do next
 */
export async function newDeploy(name: HostName, options: DeployOptions): Promise<{ stdout: string; stderr: string }> {
  const host = hosts[name];
  const folder = resolve(options.out);
  const site = await readServedSite(folder).catch(() => {
    throw new Refusal(`There is no built site in ${options.out}. Run \`npm run build\` first.`);
  });
  const { locales, origin } = await readServedAddress(folder);
  const servers = hostNames.filter((one) => 'server' in hosts[one]);
  if (!('server' in host))
    for (const option of ['domain', 'root', 'port'] as const)
      if (options[option] !== undefined && String(options[option]) !== '')
        throw new UsageError(`--${option} is only for ${listOf(servers)}. Set it up on ${host.title} itself.`);
  if (options.machines !== undefined && !('machines' in host)) {
    const able = hostNames.filter((one) => 'machines' in hosts[one]);
    throw new UsageError(`--machines is only for ${listOf(able)}. On ${host.title}, one machine builds the site.`);
  }
  const request: HostRequest = {
    site,
    twins: await readTwins(folder, site),
    origin,
    out: outFrom(resolve(options.write ?? '.'), folder),
    domains: readDomains(options.domain, locales),
    parts: options.machines === undefined ? undefined : divide(locales, options.machines),
    root: options.root ?? '/var/www/help-center',
    port: options.port,
  };
  return writeOrPrint(host.files(request), host.next(request), options);
}

/** Languages in as many groups, if there are enough of them. */
function divide(locales: readonly string[], machines: number): string[][] {
  if (machines < 2 || machines > locales.length)
    throw new UsageError(
      locales.length < 2
        ? '--machines needs a site with several languages, and this one has only one.'
        : `--machines is "${machines}". Each machine builds at least one language, so use a number from 2 to ${locales.length}.`,
    );
  return [...Map.groupBy(locales.entries(), ([at]) => at % machines).values()].map((group) =>
    group.map(([, tag]) => tag),
  );
}

/** The folder of the site as the project names it; one that is elsewhere has the same name there. */
function outFrom(project: string, folder: string): string {
  const path = relative(project, folder).split(sep).join('/');
  return path === '' || path.startsWith('../') || path === '..' ? basename(folder) : path;
}

function readDomains(domains: DeployOptions['domain'], locales: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const [locale, name] of domains) {
    if (!locales.includes(locale))
      throw new UsageError(
        `--domain is "${locale}=${name}", but the built site has no language "${locale}". ${suggestOneOf(locale, locales)}`,
      );
    if (names.has(locale)) throw new UsageError(`--domain names the language "${locale}" twice. Remove one.`);
    names.set(locale, name);
  }
  return names;
}
