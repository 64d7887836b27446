import { DownloadError } from '#io/articles/patient-fetch.ts';
import { Refusal } from '../shared/failures.ts';
import { type HelpCenter, openHelpCenter } from './help-center.ts';
import { copyPublished } from './published-copy.ts';

// In milliseconds.
const ASK_AGAIN = 60_000;

/**
 * A help center at the address where it is published. After it is published again, the new one answers within a minute.
 *
 * @param now the time in milliseconds
 * @throws Refusal
 */
export async function openPublished(address: URL, now: () => number): Promise<HelpCenter> {
  const open = async () => {
    const copy = await copyPublished(address);
    return { copy, center: await openHelpCenter(copy.folder, address.href) };
  };
  let opened = await open().catch((error) => {
    if (error instanceof DownloadError)
      throw new Refusal(error.message.replace(/ Run the same command again later:.*$/, ''));
    throw error;
  });
  let asked = now();
  const renew = async () => {
    const before = opened.copy;
    opened = await open();
    await before.remove();
  };
  const current = async () => {
    if (now() - asked < ASK_AGAIN) return;
    asked = now();
    // While the site can't be reached, what was copied answers.
    if (!(await opened.copy.isCurrent().catch(() => true))) await renew().catch(() => undefined);
  };
  // A part of the search that is gone belongs to a site that was replaced.
  const once = async <T>(answer: () => Promise<T>): Promise<T> => {
    await current();
    return answer().catch(async () => {
      await renew();
      return answer();
    });
  };
  const { name, locales, mainLocale } = opened.center;
  return {
    name,
    locales,
    mainLocale,
    search: (...question) => once(() => opened.center.search(...question)),
    articles: (locale) => once(() => opened.center.articles(locale)),
    read: (id, locale) =>
      once(async () => {
        const { copy, center } = opened;
        if (!(await center.articles(locale)).some((article) => article.id === id)) return undefined;
        await copy.bring(`${locale}/${id}.md`);
        return center.read(id, locale);
      }),
  };
}
