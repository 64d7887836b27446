import type { AstroIntegration } from 'astro';
import { handedSite } from '#io/content/handed-site.ts';

/** Shows each page to the build that renders it, so it can be indexed while the next one is rendered. */
export function pageListener(): AstroIntegration {
  return {
    name: 'ohje-page-listener',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          async render(request, options) {
            const rendered = await astro.render(request, options);
            const onPage = handedSite()?.onPage;
            if (!onPage) return rendered;
            const response = 'response' in rendered ? rendered.response : rendered;
            const html = await response.text();
            onPage(new URL(request.url), html);
            const { status, statusText, headers } = response;
            const same = new Response(html, { status, statusText, headers });
            return 'response' in rendered ? { ...rendered, response: same } : same;
          },
        }));
      },
    },
  };
}
