/** The article in a page, as a text or in UTF-8. The rest of the page is the same everywhere, so it isn't read. */
export function articleOf<Html extends string | Buffer>(html: Html): Html {
  const start = html.indexOf('<article');
  const end = html.lastIndexOf('</article>') + '</article>'.length;
  return (typeof html === 'string' ? html.slice(start, end) : html.subarray(start, end)) as Html;
}
