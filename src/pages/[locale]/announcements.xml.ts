import type { APIRoute, GetStaticPaths } from 'astro';
import { openStore } from '#io/content/store.ts';
import { announcementFeed } from '#ui/announcement-feed.ts';
import { makeView } from '#ui/view.ts';

export const getStaticPaths = (async () => {
  const { site, url } = await openStore();
  // A feed is read elsewhere, so it needs whole addresses.
  return url === undefined ? [] : site.locales.map((locale) => ({ params: { locale } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<Record<string, never>, { locale: string }> = async ({ params }) => {
  const store = await openStore();
  const body = announcementFeed(makeView(store, params.locale), store.url ?? '');
  return new Response(body, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
