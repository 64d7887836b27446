import { previewKinds } from '#ui/gallery/looks.ts';
import { defineCommand } from '../shared/command.ts';
import { UsageError } from '../shared/failures.ts';
import { contentOption } from '../shared/options.ts';
import { suggestOneOf } from '../shared/read-values.ts';

export const shotsCommand = defineCommand({
  name: 'shots',
  summary: 'Take screenshots of every component and page of a theme, and put them on one page.',
  details:
    'They show what the page /theme/ of `npm run dev` shows: light and dark mode, phone and desktop, left to right and right to left.',
  arguments: { name: { placeholder: 'NAME', about: 'Name of the theme, such as acme' } },
  options: {
    out: { value: 'DIR', about: 'Folder for the screenshots', otherwise: '.reports/theme/NAME' },
    pages: {
      value: 'PAGES',
      about: `Only these pages, separated by commas: ${previewKinds.join(', ')}`,
      otherwise: 'all pages',
      read: readPages,
    },
    content: contentOption,
  },
  examples: ['npm run theme -- shots acme', 'npm run theme -- shots acme --pages home,article'],
  run: async ({ out, pages, content }, { name }) => {
    const { shootTheme } = await import('./shots.ts');
    return shootTheme(name, out ?? `.reports/theme/${name}`, content, pages ?? previewKinds);
  },
});

function readPages(text: string, label: string): string[] {
  const pages = text.split(',').map((page) => page.trim());
  const unknown = pages.find((page) => !previewKinds.includes(page));
  if (unknown === undefined) return pages;
  throw new UsageError(`${label} names "${unknown}", which is not a page. ${suggestOneOf(unknown, previewKinds)}`);
}
