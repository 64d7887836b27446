import Color from 'colorjs.io';
import { z } from 'zod';
import { LocalText } from '../values/local-text.ts';
import { isLocaleTag } from '../values/locale.ts';
import { type SizeName, sizeNames, sizes } from './theme-sizes.ts';

const color = z.string().refine(isColor, 'Write a CSS colour such as "#0a7cff".');
const pair = z.union([color, z.strictObject({ light: color, dark: color })]);
// Families as CSS lists them, and nothing that could end the declaration or the style element it stands in.
export const FontFamily = z
  .string()
  .regex(
    /^(?:"[^"<>\\\n]+"|'[^'<>\\\n]+'|[\p{L}\p{N}_ -]+)(?:,\s*(?:"[^"<>\\\n]+"|'[^'<>\\\n]+'|[\p{L}\p{N}_ -]+))*$/u,
    'Write CSS font families such as "Inter, sans-serif".',
  );
const file = z.string().min(1);
const picture = z.union([file, z.strictObject({ light: file, dark: file })]);
const tag = z.string().refine(isLocaleTag, 'Write a language tag such as fa, or light and dark.');

// What customers may be led to: the web, a page of the help center, a mail program, a telephone.
const address = z
  .string()
  .regex(
    /^(?:https?:\/\/\S+|mailto:\S+|tel:\S+|\/(?!\/)\S*)$/i,
    'Write a whole address such as https://acme.example/, mailto:help@acme.example, or /cards/order for an article.',
  );

/** A link at the top or the foot of every page. */
export const ThemeLink = z.strictObject({
  text: LocalText.describe('What the link says, once or per language.'),
  href: z
    .union([address, z.record(tag, address)])
    .describe('Where it leads, once or per language; /section/name is an article of the help center.'),
});
export type ThemeLink = z.infer<typeof ThemeLink>;

const links = z.array(ThemeLink).default([]);

const FontFile = z.strictObject({
  family: z
    .string()
    .regex(/^[\p{L}\p{N}_ -]+$/u, 'Write the name of a font, such as Acme Sans.')
    .describe('The name that "body" and "heading" call it by.'),
  file: file.describe('A file in the folder of the theme: woff2 loads fastest.'),
  weight: z
    .string()
    .regex(/^\d{1,4}(?: \d{1,4})?$/, 'Write "400", or "100 900" for a font that holds many.')
    .default('400')
    .describe('The weight it is drawn in, or the first and last of a variable font.'),
  style: z.enum(['normal', 'italic']).default('normal').describe('normal or italic.'),
  preload: z
    .union([z.boolean(), z.array(tag)])
    .default(false)
    .describe('Whether pages load it at once: true, or the languages whose pages do, such as [fa].'),
});
export type FontFile = z.infer<typeof FontFile>;

const shown = {
  headerSearch: 'the search box at the top of pages',
  themeSwitch: 'the switch for light and dark',
  popular: 'the most asked questions on the home page',
  sectionIcons: 'the pictures of sections',
  sectionCounts: 'how many articles a section has',
} as const;
export type Shown = keyof typeof shown;

/** What each colour is for. */
export const colorHints = {
  brand: 'The colour of the company: buttons, the band behind the search.',
  onBrand: 'Text and icons on the brand colour.',
  text: 'Running text and headings.',
  muted: 'Less important text, such as dates.',
  link: 'Links.',
  surface: 'The ground of the page.',
  raised: 'Cards, callouts, code and other raised areas.',
  border: 'Fine lines that only decorate.',
  control: 'The edges of fields and buttons, and the ring of the focus.',
  mark: 'The ground of words found by the search.',
  note: 'Titles of notes.',
  tip: 'Titles of tips.',
  important: 'Titles of important things.',
  warning: 'Titles of warnings.',
} as const;
export type ColorName = keyof typeof colorHints;
export const colorNames = Object.keys(colorHints) as ColorName[];

const sizeFields = Object.fromEntries(
  sizeNames.map((name) => [name, sizes[name].schema.optional().describe(sizes[name].hint)]),
) as Record<SizeName, z.ZodOptional<z.ZodType<string>>>;

/** `themes/<name>/theme.yaml`: what a brand sets; what it leaves out comes from `themes/plain`. */
export const ThemeFile = z.strictObject({
  version: z.literal(1).describe('The version of this file: 1.'),
  name: z.string().optional().describe('What people call the theme.'),
  colors: z
    .strictObject(
      Object.fromEntries(
        colorNames.map((name) => [
          name,
          pair.optional().describe(`${colorHints[name].replace(/\.$/, '')}; one colour, or light: and dark:.`),
        ]),
      ) as Record<ColorName, z.ZodOptional<typeof pair>>,
    )
    .default({})
    .describe('The colours by their purpose, once or for light and dark.'),
  fonts: z
    .strictObject({
      body: FontFamily.optional().describe('The CSS font family of running text.'),
      heading: FontFamily.optional().describe('The CSS font family of headings.'),
      files: z.array(FontFile).default([]).describe('The fonts that come with the theme, as a list.'),
    })
    .prefault({})
    .describe('CSS font families: body, heading; and the files of fonts that come with the theme.'),
  ...sizeFields,
  logo: z
    .union([picture, z.record(tag, picture)])
    .optional()
    .describe('A picture in the folder of the theme, once, for light and dark, or per language.'),
  favicon: z.string().optional().describe('A picture in the folder of the theme for the browser’s tab.'),
  header: z.strictObject({ links }).prefault({}).describe('Links at the top of every page.'),
  footer: z
    .strictObject({
      links: links.describe('Links at the foot of every page.'),
      legal: links.describe('Imprint, privacy and the like, in the last line.'),
      social: links.describe('Where else the company can be met.'),
      note: LocalText.optional().describe('A line of text, such as who stands behind the site.'),
    })
    .prefault({})
    .describe('The foot of every page: links, legal, social, note.'),
  show: z
    .strictObject(
      Object.fromEntries(
        Object.entries(shown).map(([name, what]) => [
          name,
          z.boolean().default(true).describe(`Whether to show ${what}.`),
        ]),
      ) as Record<Shown, z.ZodDefault<z.ZodBoolean>>,
    )
    .prefault({})
    .describe(`What to show: ${Object.keys(shown).join(', ')}.`),
});
export type ThemeFile = z.infer<typeof ThemeFile>;

/** What is asked of a theme.yaml before anything else: one of a later version has keys that nobody here can judge. */
export const ThemeVersion = z.looseObject({
  version: z
    .unknown()
    .optional()
    .refine((version) => !(typeof version === 'number' && version > 1), {
      error: ({ input }) =>
        `Update Ohje, since version ${input} was written for a newer one, or begin again with "npm run new -- theme".`,
    }),
});

/** Whether browsers would take it for a colour, and nothing else. */
export function isColor(text: string): boolean {
  try {
    new Color(text);
    return !/[;{}<>]/.test(text);
  } catch {
    return false;
  }
}
