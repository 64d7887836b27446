import { defineCommand } from '../shared/command.ts';
import { contentOption } from '../shared/options.ts';
import { listOf, readOneOf } from '../shared/read-values.ts';
import { receiverNames } from './receiver-names.ts';

const readName = readOneOf(...receiverNames);

export const receiverCommand = defineCommand({
  name: 'receiver',
  summary: 'Write a small program that receives the votes and searches of your readers.',
  details: `The receivers are ${listOf(receiverNames)}. Each limits what a client can send, keeps no IP addresses, and exports files that "npm run tickets -- import" reads. README.md in the folder says how to set it up.`,
  arguments: { name: { placeholder: 'NAME', about: `Receiver: ${receiverNames.join(', ')}` } },
  options: {
    write: { value: 'DIR', about: 'Folder to create', otherwise: 'ohje-receiver-NAME' },
    site: { value: 'URL', about: 'Address the site is published at', otherwise: 'url in site.yaml' },
    origin: { value: 'URL', about: 'Another host that shows the help widget', repeat: true },
    content: contentOption,
  },
  examples: [
    'npm run new -- receiver cloudflare',
    'npm run new -- receiver php --write ../receiver --origin https://app.example.com',
  ],
  run: async (options, { name }) => {
    const { newReceiver } = await import('./receiver.ts');
    process.stdout.write(await newReceiver(readName(name, 'NAME'), options));
    return 0;
  },
});
