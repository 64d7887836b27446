import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { codeArticles } from './src/build/code-articles.ts';
import { duplicateModule } from './src/build/duplicate-module.ts';
import { findMedia } from './src/build/find-media.ts';
import { mediaServer } from './src/build/media-server.ts';
import { basePath, currentOptions } from './src/build/options.ts';
import { outputServer } from './src/build/output-server.ts';
import { bundleListener } from './src/build/rendering/bundle-listener.ts';
import { smallPreloadHelper } from './src/build/small-preload-helper.ts';
import { stableScopes } from './src/build/stable-scopes.ts';
import { themeGallery } from './src/build/theme-gallery.ts';
import { themeResolver } from './src/build/theme-resolver.ts';
import { readSiteSetup } from './src/io/content/read-site-setup.ts';
import { themeDir } from './src/io/content/read-theme.ts';
import { engineDir } from './src/io/machine/engine.ts';
import { digest } from './src/kb/values/digest.ts';
import { vocabularyPlugin } from './src/markdown/mdx-plugin.ts';
import { features } from './src/markdown/parse.ts';

// A company sets everything in its content folder and theme; it never edits this file.
const options = currentOptions();
const { setup } = await readSiteSetup(options.contentDir, options.theme, options);
const site = options.site ?? setup?.site.url;
const theme = options.theme ?? setup?.site.theme ?? '';
const brandDir = themeDir(theme, options.contentDir);
const media = findMedia(options);

// What the panel and the page of results have in common.
const searchModules =
  /\/src\/(?:search|ui\/client\/search)\/(?!search-start|language-links|search-box\.|results-page\.)/;

export default defineConfig({
  root: engineDir,
  outDir: options.outDir,
  // Two builds at the same time never use each other's articles.
  cacheDir:
    options.workDir === undefined
      ? join(engineDir, 'node_modules/.astro', digest(options.contentDir, theme, options.audience, site ?? ''))
      : join(options.workDir, 'cache'),
  base: basePath(site),
  ...(site === undefined ? {} : { site: new URL(site).origin }),
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  compressHTML: true,
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      features,
      hastPlugins: setup
        ? [
            vocabularyPlugin(options.contentDir, async (locale) => ({
              ...setup.scopeOf(locale, await media.lookup()),
              lines: options.writing,
            })),
          ]
        : [],
    }),
  },
  integrations: [mdx(), bundleListener(), ...(options.gallery ? [themeGallery()] : [])],
  devToolbar: { enabled: false },
  vite: {
    plugins: [
      codeArticles(options),
      ...stableScopes(dirname(options.contentDir)),
      themeResolver(brandDir, options.untrusted),
      mediaServer(media.file),
      outputServer(options),
      smallPreloadHelper(),
      ...[
        import.meta.resolve('./src/ui/client/announce.ts'),
        import.meta.resolve('./src/ui/client/element.ts'),
        import.meta.resolve('./src/ui/client/emit-event.ts'),
        import.meta.resolve('./src/ui/client/page/copy-markdown.ts'),
        import.meta.resolve('./src/ui/client/page/header-height.ts'),
        import.meta.resolve('./src/ui/client/page/page.ts'),
        import.meta.resolve('./src/ui/client/page/preferred-language.ts'),
        import.meta.resolve('./src/ui/client/page/theme-switch.ts'),
        import.meta.resolve('./src/ui/client/storage.ts'),
        import.meta.resolve('./src/ui/storage-key.ts'),
      ].map((module) => duplicateModule(fileURLToPath(module))),
    ],
    // Pictures stay files: inlined, one on the home page would be loaded with every article.
    build: { assetsInlineLimit: (file) => (/\.(?:avif|gif|jpe?g|png|svg|webp)$/.test(file) ? false : undefined) },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            // One file, because each takes its turn on a slow connection.
            output: { codeSplitting: { groups: [{ name: 'search-engine', test: searchModules }] } },
          },
        },
      },
    },
    server: {
      fs: { allow: [engineDir, options.contentDir, ...(brandDir ? [brandDir] : []), ...(setup?.codeFolders ?? [])] },
    },
  },
});
