import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MadeArticle, writeArticles } from './articles.ts';
import { installPeers } from './install.ts';

export const starlightVersion = '0.42.0';

export async function layOutStarlight(folder: string, articles: readonly MadeArticle[]): Promise<void> {
  await writeArticles(join(folder, 'src/content/docs'), articles);
  await writeFile(
    join(folder, 'src/content.config.ts'),
    "import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n",
  );
  await writeFile(
    join(folder, 'astro.config.mjs'),
    "import starlight from '@astrojs/starlight';\nimport { defineConfig } from 'astro/config';\nexport default defineConfig({ integrations: [starlight({ title: 'Bench' })] });\n",
  );
  await installPeers(folder, { '@astrojs/starlight': starlightVersion, astro: '7.3.4' });
}
