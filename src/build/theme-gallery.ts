import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { engineDir } from '#io/machine/engine.ts';

// Their names start with "_", so Astro makes no pages of them automatically.
const routes = join(engineDir, 'src/pages/_theme');

/** Adds the pages that show every part and state of a theme: for people who make themes, not for readers. */
export function themeGallery(): AstroIntegration {
  return {
    name: 'ohje-theme-gallery',
    hooks: {
      'astro:config:setup'({ injectRoute }) {
        injectRoute({ pattern: '/theme', entrypoint: join(routes, 'index.astro') });
        injectRoute({ pattern: '/theme/[side]', entrypoint: join(routes, 'specimen.astro') });
      },
    },
  };
}
