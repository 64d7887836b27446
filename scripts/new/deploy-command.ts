import { resolve } from 'node:path';
import { hosts } from '#build/headers/hosts.ts';
import { readText } from '#io/machine/files.ts';
import { readHeaderRules } from '#io/machine/header-rules.ts';
import { defineCommand } from '../shared/command.ts';
import { Refusal } from '../shared/failures.ts';
import { readOneOf } from '../shared/read-values.ts';

const readHost = readOneOf(...(Object.keys(hosts) as (keyof typeof hosts)[]));

export const deployCommand = defineCommand({
  name: 'deploy',
  summary: 'Print the security headers of the built site for a host.',
  details:
    'The headers are those in _headers, which Netlify and Cloudflare Pages read themselves. They belong to what was built, so print them again after each build that changes a theme, a part or site.yaml.',
  arguments: { host: { placeholder: 'HOST', about: `Host: ${Object.keys(hosts).join(', ')}` } },
  options: { out: { value: 'DIR', about: 'Folder of the built site', default: 'dist' } },
  examples: ['npm run new -- deploy nginx'],
  run: async ({ out }, { host }) => {
    const { use, print } = hosts[readHost(host, 'HOST')];
    const text = await readText(resolve(out, '_headers'));
    if (text === undefined) throw new Refusal(`There is no built site in ${out}. Run \`npm run build\` first.`);
    process.stdout.write(print(readHeaderRules(text)));
    process.stderr.write(`${use}\n`);
    return 0;
  },
});
