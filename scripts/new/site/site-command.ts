import { desks } from '#intake/tickets/formats/all.ts';
import { defineCommand } from '../../shared/command.ts';
import { ciNames } from '../ci-names.ts';

export const siteCommand = defineCommand({
  name: 'site',
  summary: 'Start a help center of your own, in a folder of its own.',
  details:
    'The folder has a sample of everything: articles, facts, topics, a theme in your brand color, editor settings and a page for writers. On a terminal, it asks for anything you leave out. To move from a copy of the whole Ohje repository, name it with --from: your content and your themes are copied, and nothing of the sample.',
  arguments: { dir: { placeholder: 'DIR', about: 'Folder to create, such as ../acme-help' } },
  options: {
    name: { value: 'NAME', about: 'Name of your company or product', otherwise: 'from the name of the folder' },
    locales: { value: 'LOCALES', about: 'Languages, the first one is the main one, such as en,de', otherwise: 'en' },
    brand: {
      value: 'COLOR',
      about: 'Brand color in quotes, such as "#0a7cff"',
      otherwise: 'a blue',
      hint: 'Put the color in quotes, such as --brand "#0a7cff": most terminals read everything after an unquoted "#" as a comment.',
    },
    logo: { value: 'FILE', about: 'Logo' },
    email: { value: 'ADDRESS', about: 'Email address of your support team', otherwise: 'a placeholder' },
    desk: { value: 'DESK', about: `Help desk: ${desks.map(({ name }) => name).join(', ')}` },
    ci: { value: 'HOST', about: `Code host that checks pull requests: ${ciNames.join(' or ')}` },
    from: { value: 'DIR', about: 'Copy of the Ohje repository to move your content and themes from' },
    engine: { value: 'VERSION', about: 'Version or file of Ohje to depend on', otherwise: 'this one' },
  },
  examples: [
    'npm run new -- site ../acme-help',
    'npm run new -- site ../acme-help --name Acme --locales en,de --brand "#0a7cff" --desk zendesk',
  ],
  run: async (options, { dir }) => {
    const { newSite } = await import('./site.ts');
    process.stdout.write(await newSite(dir, options));
    return 0;
  },
});
