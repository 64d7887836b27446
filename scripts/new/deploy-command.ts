import { defineCommand } from '../shared/command.ts';
import { UsageError } from '../shared/failures.ts';
import { readCount, readPort } from '../shared/read-values.ts';
import { hostNames, readHost } from './deploy-hosts.ts';

export const deployCommand = defineCommand({
  name: 'deploy',
  summary: 'Write everything that a host needs to serve the built site.',
  details:
    'That is the workflow that builds and publishes it, redirects, security headers, caching, compression, the 404 page, and its path. Redirects and headers belong to what was built, so run it again after each build for nginx, Apache and Caddy; the workflows of other hosts do that themselves.',
  arguments: { host: { placeholder: 'HOST', about: `Host: ${hostNames.join(', ')}` } },
  options: {
    out: { value: 'DIR', about: 'Folder of the built site', default: 'dist' },
    write: {
      value: 'DIR',
      about: 'Folder of your project to write the files into',
      otherwise: 'this one',
    },
    force: { about: 'Replace files that are different' },
    print: { about: 'Print the files instead of writing them' },
    machines: {
      value: 'NUMBER',
      about: 'Machines that build the languages at the same time',
      otherwise: 'one builds all',
      group: 'github-pages, gitlab-pages, cloudflare and s3',
      read: readCount,
    },
    domain: {
      value: 'LOCALE=DOMAIN',
      about: 'Domain of a language, such as fi=apu.example.fi',
      repeat: true,
      group: 'nginx, apache and caddy',
      read: readDomain,
    },
    root: {
      value: 'DIR',
      about: 'Folder on the server that has the site',
      otherwise: '/var/www/help-center',
      group: 'nginx, apache and caddy',
      read: readRoot,
    },
    port: {
      value: 'NUMBER',
      about: 'Port to listen on, behind another server',
      otherwise: '80, or 443 for Caddy',
      group: 'nginx, apache and caddy',
      read: (text: string, label: string) => readCount(String(readPort(text, label)), label),
    },
  },
  examples: [
    'npm run new -- deploy github-pages',
    'npm run new -- deploy netlify',
    'npm run new -- deploy github-pages --machines 3',
    'npm run new -- deploy nginx --domain en=help.example.com --domain fi=apu.example.fi',
  ],
  run: async (options, { host }) => {
    const { newDeploy } = await import('./deploy.ts');
    const { stdout, stderr } = await newDeploy(readHost(host, 'HOST'), options);
    process.stdout.write(stdout);
    process.stderr.write(stderr);
    return 0;
  },
});

function readDomain(text: string, label: string): [locale: string, name: string] {
  const [, locale, name] =
    /^([A-Za-z0-9-]+)=((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)$/.exec(text) ?? [];
  if (locale === undefined || name === undefined)
    throw new UsageError(`${label} is "${text}". Use a language and its domain, such as fi=apu.example.fi.`);
  return [locale, name];
}

function readRoot(text: string, label: string): string {
  if (!/^\/[\w./@+ -]*$/.test(text))
    throw new UsageError(`${label} is "${text}". Use the full path of a folder on the server, such as /var/www/help.`);
  return text.replace(/(?<=.)\/+$/, '');
}
