import { newArticle } from './new/article.ts';
import { newLocale } from './new/locale.ts';
import { newTheme } from './new/theme.ts';
import { command, UsageError } from './shared/command.ts';

const usage = `
Begins something new in the content folder. Nothing that exists is changed, but the list of languages in site.yaml.

  npm run new -- article --topic T [--locale L] [--section S] [--title "…"] [--content DIR]
  npm run new -- locale L [--content DIR]
  npm run new -- theme NAME --brand "#0a7cff" [--logo FILE] [--logo-dark FILE] [--favicon FILE] [--font FILE]… [--content DIR]

article writes a draft on a topic of topics.yaml, with its front matter filled in and hints
for the writer. Where the default language has an article on the topic and the language asked
for has not, the draft is its translation. Drafts are not published until "confidence" says so.

locale begins another language: it stands in site.yaml then, and where the engine does not speak
it, strings/L.yaml holds the texts of the interface to translate. What else is left is listed.

theme makes a whole theme from one colour in themes/NAME beside the content: colours for light
and dark that can all be read, the logo, the picture for the tab, and fonts made small.

  --topic T       the id of a topic in topics.yaml
  --locale L      the language (the default one of site.yaml)
  --section S     the folder it belongs to (that of its original, or of the nearest article)
  --title "…"     the question or task in the reader's words (the topic's title)
  --brand COLOUR  the colour of the brand, in quotes
  --logo FILE     the logo; --logo-dark the one for dark mode, --favicon the one for the tab
  --font FILE     a font (TTF, OTF, WOFF, WOFF2), as often as there are files; or one family in quotes
  --content DIR   the folder of your content (content)

Exit code: 0 done, 1 a failure that is explained, 2 for a wrong call.
`;

/** What can be begun, and the options that go with it. */
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
    if (kind === undefined) throw new UsageError(`Say what to begin: ${choices}.`);
    const own = kinds[kind];
    if (own === undefined) throw new UsageError(`"${kind}" cannot be begun. What can be: ${choices}.`);
    const strange = Object.keys(options).find((name) => name !== 'content' && !own.includes(name));
    if (strange !== undefined) throw new UsageError(`--${strange} is not expected with "${kind}".`);
    const extra = words[kind === 'article' ? 0 : 1];
    if (extra !== undefined) throw new UsageError(`"${extra}" is not expected here.`);
    process.stdout.write(await begin(kind));
    return 0;

    function begin(what: string): Promise<string> {
      if (what === 'locale') return newLocale(words[0], options.content);
      if (what === 'theme') return newTheme(words[0], options);
      return newArticle(options);
    }
  },
);
