import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';
import { readSiteSetup } from '#io/content/read-site-setup.ts';
import { readTheme, themeDir } from '#io/content/read-theme.ts';
import { engineDir } from '#io/machine/engine.ts';
import { makeTextLookup } from '#kb/content/interface-texts.ts';
import { printCustomProperties } from '#kb/theme/custom-properties.ts';
import { makeLocale } from '#kb/values/locale.ts';
import type { LauncherSetup } from '#ui/client/widget/launcher.ts';
import { portableCss } from '#ui/client/widget/portable-css.ts';
import type { BuildOptions } from './options.ts';
import { themeResolver } from './theme-resolver.ts';

const panelModule = fileURLToPath(import.meta.resolve('../ui/client/widget/panel.ts'));
const launcherModule = fileURLToPath(import.meta.resolve('../ui/client/widget/launcher.ts'));

/**
 * Builds the widget: `widget.js` with the button, under a fixed name, and the files that it loads when a customer opens
 * it, next to the site's own scripts. It is built separately, because scripts of the site would otherwise run in the
 * product if the two shared a part.
 *
 * @param out the folder of the site
 */
export async function buildWidget(options: BuildOptions, out: string): Promise<void> {
  const { setup } = await readSiteSetup(options.contentDir, options.theme);
  if (!setup) return;
  const { site } = setup;
  const name = options.theme ?? site.theme;
  const { folder } = await readTheme(name, options.contentDir);
  const shared: InlineConfig = {
    root: engineDir,
    configFile: false,
    logLevel: 'error',
    // Each part finds the others by its own address, wherever the site is.
    base: './',
    plugins: [themeResolver(themeDir(name, options.contentDir))],
  };
  const written = {
    outDir: out,
    emptyOutDir: false,
    copyPublicDir: false,
    modulePreload: false,
  } satisfies InlineConfig['build'];
  const made = await build({
    ...shared,
    build: {
      ...written,
      rollupOptions: {
        input: { widget: panelModule },
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '_astro/[name].[hash].js', chunkFileNames: '_astro/[name].[hash].js' },
      },
    },
  });
  const files = 'output' in made ? made.output : [];
  const panel = files.find((file) => file.type === 'chunk' && file.isEntry)?.fileName;
  if (panel === undefined) throw new Error('The help inside a product was not built.');
  const launcher: LauncherSetup = {
    panel,
    defaultLocale: site.defaultLocale,
    locales: Object.fromEntries(
      site.locales.map((tag) => {
        const text = makeTextLookup(tag, setup.texts.get(tag) ?? []);
        return [tag, { dir: makeLocale(tag).dir, label: text('widget.label'), failed: text('widget.failed') }];
      }),
    ),
    corner: site.widget.launcher,
    tokens: folder ? portableCss(printCustomProperties(folder.theme)) : '',
  };
  await build({
    ...shared,
    define: { OHJE_LAUNCHER: JSON.stringify(launcher) },
    build: {
      ...written,
      rollupOptions: {
        input: { widget: launcherModule },
        output: { format: 'iife', entryFileNames: 'widget.js' },
      },
    },
  });
}
