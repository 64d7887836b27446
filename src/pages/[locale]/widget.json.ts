import type { APIRoute, GetStaticPaths } from 'astro';
import { openStore } from '#io/content/store.ts';
import { makeView } from '#ui/view.ts';
import { widgetSetup } from '#ui/widget-setup.ts';

export const getStaticPaths = (async () => {
  const { site } = await openStore();
  return site.locales.map((locale) => ({ params: { locale } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<Record<string, never>, { locale: string }> = async ({ params }) => {
  const store = await openStore();
  return Response.json(widgetSetup(makeView(store, params.locale), store.popular));
};
