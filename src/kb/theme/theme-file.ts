import Color from 'colorjs.io';
import { z } from 'zod';
import { isOwnPath, isSafeLink } from '../values/link-address.ts';
import { LocalText } from '../values/local-text.ts';
import { isLocaleTag } from '../values/locale.ts';
import { CREDENTIALS, hasCredentials } from '../values/web-address.ts';
import { type SizeName, sizeNames, sizes } from './theme-sizes.ts';

const color = z.string().refine(isColor, 'Write a CSS color such as "#0a7cff".');
const pair = z.union([color, z.strictObject({ light: color, dark: color })]);
// Font families as CSS lists them, without anything that could end the declaration or the style element around it.
export const FontFamily = z
  .string()
  .regex(
    /^(?:"[^"<>\\\n]+"|'[^'<>\\\n]+'|[\p{L}\p{N}_ -]+)(?:,\s*(?:"[^"<>\\\n]+"|'[^'<>\\\n]+'|[\p{L}\p{N}_ -]+))*$/u,
    'Write CSS font families such as "Inter, sans-serif".',
  );
const file = z.string().min(1);
const picture = z.union([file, z.strictObject({ light: file, dark: file })]);
const tag = z.string().refine(isLocaleTag, 'Write a language code such as fa, or light and dark.');

// Where links of a theme can lead: a web page, a page of the help center, an email program or a phone.
const address = z
  .string()
  .refine(
    (text) => !/\s/.test(text) && (isOwnPath(text) || (isSafeLink(text) && URL.canParse(text))),
    'Write a full address such as https://acme.example/, mailto:help@acme.example, or /cards/order for an article.',
  )
  .refine((link) => !hasCredentials(link), CREDENTIALS);

/** A link in the header or footer of every page. */
export const ThemeLink = z.strictObject({
  text: LocalText.describe('The text of the link, once or per language.'),
  href: z
    .union([address, z.record(tag, address)])
    .describe('Where it leads, once or per language; /section/name is an article in the help center.'),
});
export type ThemeLink = z.infer<typeof ThemeLink>;

const links = z.array(ThemeLink).default([]);

const FontFile = z.strictObject({
  family: z
    .string()
    .regex(/^[\p{L}\p{N}_ -]+$/u, 'Write the name of a font, such as Acme Sans.')
    .describe('The name that "body" and "heading" use for it.'),
  file: file.describe('A file in the theme folder; woff2 loads fastest.'),
  weight: z
    .string()
    .regex(/^\d{1,4}(?: \d{1,4})?$/, 'Write "400", or "100 900" for a variable font.')
    .default('400')
    .describe('The weight of the font, or the first and last weight of a variable font.'),
  style: z.enum(['normal', 'italic']).default('normal').describe('normal or italic.'),
  preload: z
    .union([z.boolean(), z.array(tag)])
    .default(false)
    .describe('Whether pages load it immediately: true, or the languages whose pages do, such as [fa].'),
});
export type FontFile = z.infer<typeof FontFile>;

const showOptions = {
  headerSearch: 'the search box at the top of pages',
  themeSwitch: 'the switch between light and dark mode',
  popular: 'the most asked questions on the home page',
  sectionIcons: 'the icons of sections',
  sectionCounts: 'the number of articles in each section',
} as const;
export type ShowOption = keyof typeof showOptions;

/** What each color is for. */
export const colorHints = {
  brand: 'Your brand color: buttons and the bands behind titles.',
  onBrand: 'Text and icons on the brand color.',
  text: 'Body text and headings.',
  muted: 'Less important text, such as dates.',
  link: 'Links.',
  surface: 'The background of the page.',
  raised: 'Cards, callouts, code and other raised areas.',
  border: 'Thin decorative lines.',
  control: 'The borders of fields and buttons, and the focus ring.',
  mark: 'The background of highlighted search words.',
  note: 'Titles of note callouts.',
  tip: 'Titles of tip callouts.',
  important: 'Titles of important callouts.',
  warning: 'Titles of warning callouts.',
} as const;
export type ColorName = keyof typeof colorHints;
export const colorNames = Object.keys(colorHints) as ColorName[];

const sizeFields = Object.fromEntries(
  sizeNames.map((name) => [name, sizes[name].schema.optional().describe(sizes[name].hint)]),
) as Record<SizeName, z.ZodOptional<z.ZodType<string>>>;

/** `themes/<name>/theme.yaml`: the settings of a brand; anything it leaves out comes from `themes/plain`. */
export const ThemeFile = z.strictObject({
  version: z.literal(1).describe('The version of the file format: 1.'),
  name: z.string().optional().describe('The display name of the theme.'),
  colors: z
    .strictObject(
      Object.fromEntries(
        colorNames.map((name) => [
          name,
          pair
            .optional()
            .describe(`${colorHints[name].replace(/\.$/, '')}; one color, or one each for light and dark.`),
        ]),
      ) as Record<ColorName, z.ZodOptional<typeof pair>>,
    )
    .default({})
    .describe('The colors, by purpose.'),
  fonts: z
    .strictObject({
      body: FontFamily.optional().describe('The CSS font family of body text.'),
      heading: FontFamily.optional().describe('The CSS font family of headings.'),
      files: z.array(FontFile).default([]).describe('The font files in the theme folder, as a list.'),
    })
    .prefault({})
    .describe('The fonts: body and heading (CSS font families), and files.'),
  ...sizeFields,
  logo: z
    .union([picture, z.record(tag, picture)])
    .optional()
    .describe('A picture in the theme folder: one, one each for light and dark, or one per language.'),
  favicon: z.string().optional().describe('A picture in the theme folder for the browser tab.'),
  touchIcon: z
    .string()
    .optional()
    .describe('A PNG file in the theme folder, 180 by 180 pixels, for the home screen of a phone.'),
  header: z.strictObject({ links }).prefault({}).describe('Links at the top of every page.'),
  footer: z
    .strictObject({
      links: links.describe('Links in the footer of every page.'),
      legal: links.describe('Legal notice, privacy policy and similar links, in the last line.'),
      social: links.describe('Links to your social media.'),
      note: LocalText.optional().describe('A line of text, such as the name of your company.'),
    })
    .prefault({})
    .describe('The footer of every page: links, legal, social, note.'),
  show: z
    .strictObject(
      Object.fromEntries(
        Object.entries(showOptions).map(([name, what]) => [
          name,
          z.boolean().default(true).describe(`Whether to show ${what}.`),
        ]),
      ) as Record<ShowOption, z.ZodDefault<z.ZodBoolean>>,
    )
    .prefault({})
    .describe(`What to show: ${Object.keys(showOptions).join(', ')}.`),
});
export type ThemeFile = z.infer<typeof ThemeFile>;

/** The version is checked first, because a later version has keys that this release does not know. */
export const ThemeVersion = z.looseObject({
  version: z
    .unknown()
    .optional()
    .refine((version) => !(typeof version === 'number' && version > 1), {
      error: ({ input }) =>
        `Update Ohje, because version ${input} was written for a newer release, or start over with "npm run new -- theme".`,
    }),
});

/** Whether browsers would read it as a color and as nothing else. */
export function isColor(text: string): boolean {
  try {
    new Color(text);
    return !/[;{}<>]/.test(text);
  } catch {
    return false;
  }
}
