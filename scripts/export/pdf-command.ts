import { papers } from '#export/pdf/print-css.ts';
import { defineCommand } from '../shared/command.ts';
import { UsageError } from '../shared/failures.ts';
import { readOneOf } from '../shared/read-values.ts';

const readPaper = readOneOf(...papers);

export const pdfCommand = defineCommand({
  name: 'pdf',
  summary: 'Print an article, a section or everything as a PDF.',
  details:
    'With a cover, contents with page numbers, bookmarks, and tags for screen readers, in the look of the site. Needs the packages playwright-core, @sparticuz/chromium and pdfjs-dist.',
  options: {
    out: { value: 'FILE', about: 'PDF file to write', required: true },
    article: { value: 'ID', about: 'Only this article' },
    section: { value: 'ID', about: 'Only this section, with the sections in it' },
    locale: { value: 'LOCALE', about: 'Language', otherwise: 'the main language of the site' },
    paper: { value: 'SIZE', about: 'a4 or letter', default: 'a4', read: readPaper },
    dist: { value: 'DIR', about: 'Folder of the built site', default: 'dist' },
  },
  examples: [
    'npm run export -- pdf --out help.pdf',
    'npm run export -- pdf --out cards.pdf --section cards --locale fi',
  ],
  run: async ({ out, article, section, locale, paper, dist }) => {
    if (article !== undefined && section !== undefined)
      throw new UsageError('Options --article and --section exclude each other. Write one of them.');
    const { exportPdf } = await import('./pdf.ts');
    process.stdout.write(await exportPdf({ dist, out, article, section, locale, paper }));
    return 0;
  },
});
