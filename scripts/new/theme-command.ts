import { defineCommand } from '../shared/command.ts';
import { contentOption } from '../shared/options.ts';

export const themeCommand = defineCommand({
  name: 'theme',
  summary: 'Create a theme from your brand color.',
  details:
    'The theme is written to themes/NAME next to your content folder. It has readable colors for light and dark mode, your logo, an icon for the browser tab, and fonts reduced to the letters you need.',
  usage: ['NAME --brand COLOR [options]'],
  // Optional here: what is wrong with the name is reported together with what is wrong with the files.
  arguments: { name: { placeholder: 'NAME', about: 'Name of the theme, such as acme', optional: true } },
  options: {
    brand: {
      value: 'COLOR',
      about: 'Brand color in quotes, such as "#0a7cff"',
      hint: 'Put the color in quotes, such as --brand "#0a7cff": most terminals read everything after an unquoted "#" as a comment.',
    },
    logo: { value: 'FILE', about: 'Logo' },
    'logo-dark': { value: 'FILE', about: 'Logo for dark mode', otherwise: 'the same logo' },
    favicon: {
      value: 'FILE',
      about: 'Icon for the browser tab',
      otherwise: 'the first letter of NAME in the brand color',
    },
    font: {
      value: 'FONT',
      about: 'Font file (TTF, OTF, WOFF, or WOFF2), or one CSS font family in quotes',
      repeat: true,
    },
    content: contentOption,
  },
  examples: [
    'npm run new -- theme acme --brand "#0a7cff"',
    'npm run new -- theme acme --brand "#0a7cff" --logo logo.svg --font Inter.ttf --font Inter-Bold.ttf',
  ],
  run: async (options, { name }) => {
    const { newTheme } = await import('./theme.ts');
    process.stdout.write(await newTheme(name, options));
    return 0;
  },
});
