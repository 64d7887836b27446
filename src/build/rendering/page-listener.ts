import type { AstroIntegration } from 'astro';
import { handedSite } from '#io/content/handed-site.ts';

/** Gives each page to the build that renders it, so it can be read while the next one is rendered, or kept from before. */
export function pageListener(): AstroIntegration {
  return {
    name: 'ohje-page-listener',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          async render(request, options) {
            const gets = handedSite()?.page;
            if (!gets) return astro.render(request, options);
            let response = new Response(null, { headers: { 'Content-Type': 'text/html' } });
            const html = await gets(new URL(request.url), options.routeData.component, async () => {
              const rendered = await astro.render(request, options);
              response = 'response' in rendered ? rendered.response : rendered;
              return response.text();
            });
            const { status, statusText, headers } = response;
            return new Response(html, { status, statusText, headers });
          },
        }));
      },
    },
  };
}
