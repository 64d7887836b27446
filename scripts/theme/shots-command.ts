import { defineCommand } from '../shared/command.ts';
import { contentOption } from '../shared/options.ts';

export const shotsCommand = defineCommand({
  name: 'shots',
  summary: 'Take screenshots of every component and page of a theme, and put them on one page.',
  details:
    'They show what the page /theme/ of `npm run dev` shows: light and dark mode, phone and desktop, left to right and right to left.',
  arguments: { name: { placeholder: 'NAME', about: 'Name of the theme, such as acme' } },
  options: {
    out: { value: 'DIR', about: 'Folder for the screenshots', otherwise: '.reports/theme/NAME' },
    content: contentOption,
  },
  examples: ['npm run theme -- shots acme'],
  run: async ({ out, content }, { name }) => {
    const { shootTheme } = await import('./shots.ts');
    return shootTheme(name, out ?? `.reports/theme/${name}`, content);
  },
});
