import type { AstroIntegration } from 'astro';
import { type BundledApp, handedSite } from '#io/content/handed-site.ts';

/** Gives what Astro compiled to the build, which has it render the pages it needs. */
export function bundleListener(): AstroIntegration {
  return {
    name: 'ohje-bundle-listener',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          async getStaticPaths() {
            const bundled = handedSite()?.bundled;
            if (!bundled) return astro.getStaticPaths();
            const { app } = astro as { app?: BundledApp };
            if (!app) throw new Error('Astro has not set up what renders pages.');
            await bundled(app);
            // Astro goes on with what the pages need besides, such as pictures.
            return [];
          },
        }));
      },
    },
  };
}
