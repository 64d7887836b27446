import { ContactFile } from '#kb/contact/contact.ts';
import type { Announcement } from '#kb/content/announcement.ts';
import type { Article } from '#kb/content/article.ts';
import type { ShownArticle } from '#kb/content/library.ts';
import { escapeHtml } from '#kb/values/escape.ts';
import { compile } from '#markdown/compile.ts';
import type { Media } from '#markdown/syntax/component.ts';
import type { Result } from '#search/ask.ts';
import type { SectionPaths } from '../section-paths.ts';
import { type Chrome, makeView, type View } from '../view.ts';
import type { Direction } from './looks.ts';
import english from './text.en.mdx?raw';
import persian from './text.fa.mdx?raw';

const texts = { ltr: ['en', english], rtl: ['fa', persian] } as const;

/** An article that holds every component, in a language of the direction. */
export function sampleArticle({ dir }: Direction, { text }: View, picture: Media): { article: Article; html: string } {
  const [locale, source] = texts[dir];
  const none = {
    variable: () => undefined,
    variables: [],
    unread: () => false,
    snippet: () => undefined,
    snippets: [],
    imageHosts: [],
    component: () => ({ says: 'is not in the gallery.', fix: 'Remove it.' }),
  };
  const made = compile(
    { path: `articles/${locale}/theme/${dir}.mdx`, source },
    { ...none, text, media: () => picture },
  );
  if (!made.article || made.findings.length > 0)
    throw new Error(made.findings[0]?.says ?? 'The sample has no article.');
  return { article: made.article, html: made.html() ?? '' };
}

/** Everything that a company can offer, whatever this one does. */
const contact = ContactFile.parse({
  form: {
    action: '/',
    answersWithin: '4 hours',
    fields: { topic: { label: { en: 'Topic', fa: 'دسته' }, options: { card: { en: 'Cards', fa: 'کارت‌ها' } } } },
  },
  email: 'help@example.com',
  phone: {
    address: '+358 9 0000 0100',
    hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '9:00', to: '17:00' }],
    answersWithin: '5 minutes',
  },
  whatsapp: '+358 40 000 0000',
  timeZone: 'Europe/Helsinki',
});

const announcements: Announcement[] = (['problem', 'notice', 'resolved'] as const).map((severity) => ({
  id: severity,
  severity,
  from: '2026-01-15T09:00:00Z',
  sections: [],
  locales: [],
  title: { en: 'Transfers take longer', fa: 'انتقال‌ها بیشتر طول می‌کشد' },
  text: { en: 'Your money is safe, and comes by tomorrow.', fa: 'پول شما امن است و تا فردا می‌رسد.' },
}));

/** The help center with everything switched on that a theme must be ready for. */
export function sampleView(chrome: Chrome, { dir, locale }: Direction): View {
  const site = { ...chrome.site, contact, votes: 'events' as const };
  const view = makeView({ ...chrome, site, announcements }, locale);
  return { ...view, locale: { ...view.locale, dir } };
}

/**
 * What the search might answer with these articles.
 *
 * @param sections that they are in
 */
export function sampleResults(shown: readonly ShownArticle[], sections: SectionPaths['sections']): Result[] {
  return shown.map(({ article: { id, locale, title, summary, type, section, outline }, fallback }) => {
    const [first = '', ...rest] = (summary ?? title).split(' ').map(escapeHtml);
    const headings = outline.slice(0, 1).map(({ slug, text }) => ({ title: text, url: `/${locale}/${id}/#${slug}` }));
    const excerpt = `<mark>${first}</mark> ${rest.join(' ')}`;
    return {
      url: `/${locale}/${id}/`,
      id,
      title,
      section: sections.get(section)?.title ?? section,
      type,
      ...(fallback && { lang: locale }),
      score: 1,
      excerpt,
      headings,
    };
  });
}
