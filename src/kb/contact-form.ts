const PLACE = '{question}';

/**
 * The address of a contact form that already knows the question.
 *
 * @param url as in `site.yaml`: `{question}` stands where the question goes, otherwise it goes into `?question=`
 */
export function formAddress(url: string, question = ''): string {
  if (url.includes(PLACE)) return url.replaceAll(PLACE, encodeURIComponent(question));
  if (question === '') return url;
  const address = new URL(url);
  address.searchParams.set('question', question);
  return address.href;
}
