/** The article in a page. The rest of the page is the same everywhere, so it isn't read. */
export function articleOf(html: string): string {
  return html.slice(html.indexOf('<article'), html.lastIndexOf('</article>') + '</article>'.length);
}
