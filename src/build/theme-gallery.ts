import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { engineDir } from '#io/machine/engine.ts';

// Their names begin with "_", so that Astro makes no pages of them unless it is told to.
const routes = join(engineDir, 'src/pages/_theme');

/** Adds the pages that show a theme from all sides: for those who make it, not for readers. */
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
