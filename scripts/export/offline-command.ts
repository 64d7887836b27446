import { defineCommand } from '../shared/command.ts';

export const offlineCommand = defineCommand({
  name: 'offline',
  summary: 'Make a copy of the built site that opens from a folder, without a server or a network.',
  details: 'The search works too, with the same results. Links to what only a server has lead to the published site.',
  options: {
    out: { value: 'DIR', about: 'Folder to write, or a file whose name ends with .zip', required: true },
    dist: { value: 'DIR', about: 'Folder of the built site', default: 'dist' },
  },
  examples: ['npm run export -- offline --out help-center.zip'],
  run: async ({ out, dist }) => {
    const { exportOffline } = await import('./offline.ts');
    process.stdout.write(await exportOffline(dist, out));
    return 0;
  },
});
