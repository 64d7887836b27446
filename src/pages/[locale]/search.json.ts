import type { APIRoute, GetStaticPaths } from 'astro';
import { openStore } from '#io/content/store.ts';
import { searchSetup } from '#ui/search-setup.ts';
import { makeView } from '#ui/view.ts';

export const getStaticPaths = (async () => {
  const { site } = await openStore();
  return site.locales.map((locale) => ({ params: { locale } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<Record<string, never>, { locale: string }> = async ({ params }) =>
  Response.json(searchSetup(makeView(await openStore(), params.locale)));
