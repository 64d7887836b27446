import { command, UsageError } from './shared/command.ts';

const usage = `
Creates an article, a language or a theme. Of what exists, only the languages in site.yaml change.

  npm run new -- article --topic T [--locale L] [--section S] [--title "…"] [--content DIR]
  npm run new -- locale L [--content DIR]
  npm run new -- theme NAME --brand "#0a7cff" [--logo FILE] [--logo-dark FILE] [--favicon FILE] [--font FILE]… [--content DIR]

article writes a draft on a topic of topics.yaml, with its front matter filled in and hints
for the writer. If the default language has an article on the topic and --locale has none yet,
the draft is its translation. A draft is not published until you change "confidence".

locale adds a language to site.yaml. If Ohje has no texts of the interface in that language,
strings/L.yaml is written for you to translate. Whatever else to translate is listed.

theme creates a theme from one color, in themes/NAME next to the content folder: readable colors
for light and dark mode, the logo, the favicon, and fonts reduced to the letters you need.

  --topic T       the id of a topic in topics.yaml
  --locale L      the language (the default language in site.yaml)
  --section S     the folder of the article (that of its original, or of the nearest article)
  --title "…"     the question or task in the reader's words (the topic's title)
  --brand COLOR   the color of the brand, in quotes
  --logo FILE     the logo; --logo-dark is the one for dark mode, --favicon the one for the browser tab
  --font FILE     a font (TTF, OTF, WOFF or WOFF2), once for each file; or one family in quotes
  --content DIR   the folder of your content (content)

Exit code: 0 done, 1 a failure that is explained, 2 for wrong usage.
`;

/** What can be created, and the options of each. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  article: ['topic', 'locale', 'section', 'title'],
  locale: [],
  theme: ['brand', 'logo', 'logo-dark', 'favicon', 'font'],
};

await command(
  usage,
  {
    topic: { type: 'string' },
    locale: { type: 'string' },
    section: { type: 'string' },
    title: { type: 'string' },
    brand: { type: 'string' },
    logo: { type: 'string' },
    'logo-dark': { type: 'string' },
    favicon: { type: 'string' },
    font: { type: 'string', multiple: true },
    content: { type: 'string' },
  },
  async (options, [kind, ...words]) => {
    const choices = Object.keys(kinds).join(', ');
    if (kind === undefined) throw new UsageError(`Say what to create: ${choices}.`);
    const own = kinds[kind];
    if (own === undefined) throw new UsageError(`"${kind}" cannot be created. Use one of ${choices}.`);
    const strange = Object.keys(options).find((name) => name !== 'content' && !own.includes(name));
    if (strange !== undefined) throw new UsageError(`--${strange} is not expected with "${kind}".`);
    const extra = words[kind === 'article' ? 0 : 1];
    if (extra !== undefined) throw new UsageError(`"${extra}" is not expected here.`);
    process.stdout.write(await create(kind));
    return 0;

    // Adding a language loads nothing that makes fonts and colors, and wrong usage loads nothing at all.
    async function create(what: string): Promise<string> {
      if (what === 'locale') return (await import('./new/locale.ts')).newLocale(words[0], options.content);
      if (what === 'theme') return (await import('./new/theme.ts')).newTheme(words[0], options);
      return (await import('./new/article.ts')).newArticle(options);
    }
  },
);
