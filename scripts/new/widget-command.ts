import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { readSiteSetup } from '#io/content/read-site-setup.ts';
import { readText } from '#io/machine/files.ts';
import { escapeHtml } from '#kb/values/escape.ts';
import { defineCommand } from '../shared/command.ts';
import { Refusal, UsageError } from '../shared/failures.ts';
import { contentOption } from '../shared/options.ts';

export const widgetCommand = defineCommand({
  name: 'widget',
  summary: 'Print the line that adds the help widget to your product.',
  details:
    'With its integrity attribute, browsers run the widget only if it is exactly as it was built. After each build that changes the widget, print and publish the line again.',
  options: {
    out: { value: 'DIR', about: 'Folder of the built site', default: 'dist' },
    site: { value: 'URL', about: 'Address the site is published at', otherwise: 'url in site.yaml' },
    content: contentOption,
  },
  examples: ['npm run new -- widget'],
  run: async ({ out, site, content }) => {
    const script = await readText(resolve(out, 'widget.js'));
    if (script === undefined) throw new Refusal(`There is no built site in ${out}. Run \`npm run build\` first.`);
    const address = site ?? (await readSiteSetup(content)).setup?.site.url;
    if (address === undefined)
      throw new UsageError('The address of the site is unknown. Set "url" in site.yaml, or use --site.');
    if (!URL.canParse(address))
      throw new UsageError(`--site is "${address}". Use a full address such as https://help.example.com/.`);
    const source = new URL('widget.js', address.replace(/\/?$/, '/')).href;
    const hash = createHash('sha384').update(script).digest('base64');
    process.stdout.write(
      `<script src="${escapeHtml(source)}" integrity="sha384-${hash}" crossorigin="anonymous" async></script>\n`,
    );
    return 0;
  },
});
