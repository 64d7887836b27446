/** An error stops the build. A warning is a mistake, and an info is something to know. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * Every type of mistake that can be found, and why it matters.
 *
 * A code is permanent: people search for it and turn it off by name in `site.yaml`. It is never renamed and never
 * gets a second meaning. The smallest content folder that raises it is in `tests/fixtures/broken/<code>/`.
 */
export const codes = {
  'announcement-invalid': error('An announcement that cannot be read cannot be shown.'),
  'alt-missing': warning('People who cannot see the picture rely on its description.'),
  'articles-missing': error('Without this check, a typo in a path would publish an empty help center.'),
  'article-too-deep': error('Brackets, quotes or tags nested this deeply would crash the program that reads them.'),
  'article-too-large': error('Reading or showing an article of this size would take minutes, or all of the memory.'),
  'article-unreadable': error('Otherwise the page would go missing without a warning.'),
  'article-untranslated': info('Readers of this language see the article in the default language.'),
  'brand-unknown': error('A misspelled brand would hide its articles without a warning.'),
  'brace-lone': error('A "{" starts a variable, so the article cannot be read if no variable follows it.'),
  'angle-lone': error('A "<" starts a component or an HTML tag, so the article cannot be read if neither follows it.'),
  'comment-html': error(
    'Articles have their own way to write comments, and an HTML comment stops the article from being read.',
  ),
  'code-unsafe': error('Code in an article would run on the computer that builds the site.'),
  'component-attribute': error('A misspelled attribute would be ignored without a warning.'),
  'component-content': warning('With anything else inside it, the component looks broken to customers.'),
  'component-unclosed': error('Everything after an unclosed component would become part of it.'),
  'component-unknown': error('An unknown component would leave a gap in the article.'),
  'fact-invalid': error('A fact appears in many articles, so a broken one would be wrong in all of them.'),
  'file-linked': error('A link can lead out of your content, and what it leads to would not be published.'),
  'file-misnamed': warning('A file or folder with a name that is almost right is ignored, as if it were not there.'),
  'file-type-wrong': error('Browsers would show it as something else, or not at all.'),
  'file-unsafe': error('It could run code in the browser of a customer or on the server of the help center.'),
  'front-matter-invalid': error(
    'The front matter (the lines between the two "---") says what the article is and who can read it.',
  ),
  'front-matter-missing': error('Every article needs at least a title, between two lines of "---".'),
  'front-matter-code': error(
    'Front matter is read as YAML only, because any other language could run code on this machine.',
  ),
  'heading-level': warning(
    'People who use a screen reader move from heading to heading and get lost if a level is skipped.',
  ),
  'html-unsafe': error('Scripts, forms and event handlers in an article would run in every customer’s browser.'),
  'icon-unknown': warning('The section would have the icon of a book instead.'),
  'id-taken': error('If two pages share an address, one of them is never shown.'),
  'image-missing': error('Customers would see a broken picture.'),
  'image-remote': error('The other host learns who reads the article, and the picture is gone when that host is.'),
  'link-broken': error('A customer who follows the link would land on a page that does not exist.'),
  'link-fragment': warning('The page opens, but not at the heading that the link points to.'),
  'link-internal': error('The linked article is not published, so customers would land on a page that does not exist.'),
  'link-unread': warning('Customers would see brackets and an address instead of a link.'),
  'link-unsafe': error('The link could run code in the customer’s browser, or publishes a password.'),
  'locale-unknown': error('Only the languages listed in site.yaml are published.'),
  'logo-hidden': warning('Readers would not see whose help center it is.'),
  'markup-unread': warning('Customers would see marks such as ** or ::: in the text.'),
  'mdx-syntax': error('An article that cannot be read cannot be published.'),
  'dismissed-invalid': error('A decision that cannot be read would hide the wrong row, or none.'),
  'measures-invalid': error('A number that cannot be read would make a metric wrong.'),
  'picture-cut': warning('Readers would see only the upper part of the picture, and gray below it.'),
  'picture-dark': info('A light box on a dark page draws the eye, and without it dark lines could not be seen.'),
  'prose-import': error('A line that starts with "import" or "export" is read as code and would vanish from the page.'),
  'redirect-missing': warning(
    'People who kept the old address, and search engines, would land on a page that does not exist.',
  ),
  'redirect-rule': error(
    'A rule for many old addresses must lead to a page, and must not hide one or lead back to itself.',
  ),
  'redirect-taken': error('An old address can lead to one page only, and must not hide a page that exists today.'),
  'related-unknown': error('A related article that does not exist cannot be shown.'),
  'review-due': info('An article that is read again in time is never wrong for long.'),
  'review-overdue': warning('An article that no one has read for a long time is often no longer true.'),
  'sample-file': error('Customers would read about the company that Ohje invented as a sample.'),
  'search-lost': warning('Customers who search for this would no longer find the answer.'),
  'searches-invalid': error('A question that cannot be checked protects nothing.'),
  'section-missing': error('The address of an article starts with its section.'),
  'section-reserved': error('This name is already the address of one of the help center’s own pages.'),
  'section-unlisted': warning('Without an entry in site.yaml, its title is the name of its folder in every language.'),
  'section-unknown': warning('A section in site.yaml that has no articles is never shown.'),
  'site-invalid': error('Every page depends on site.yaml.'),
  'site-missing': error('Every page depends on site.yaml.'),
  'slug-invalid': error('The file name becomes part of the address of the page.'),
  'snippet-unknown': error('A snippet that does not exist would leave a gap in the article.'),
  'string-missing': warning('Readers of this language would see the text in another language.'),
  'string-unknown': error('A text with this key is never shown.'),
  'strings-invalid': error('Interface texts that cannot be read cannot be shown.'),
  'synonyms-invalid': error('The search cannot use synonyms that cannot be read.'),
  'text-missing': warning('Customers who come for an answer would find a title with nothing below it.'),
  'text-untranslated': warning('Readers of this language would see the text in another language.'),
  'theme-contrast': error('Many people cannot read text with too little contrast, and no one can in bright sunlight.'),
  'theme-file-unknown': error('A file that no page uses is never shown.'),
  'theme-invalid': error('Colors and fonts that cannot be read cannot be shown.'),
  'theme-part-style': error('Styles in a part are not checked for colors, other hosts or text direction.'),
  'theme-part-unknown': error('A rule for a part that does not exist has no effect.'),
  'theme-physical': warning('What is on the left in English is on the right in languages such as Persian.'),
  'theme-remote': error('The other host learns who visits, and the file is missing when that host is down.'),
  'theme-token-set': error(
    'A color set outside theme.yaml is not checked, so text could become unreadable without a warning.',
  ),
  'theme-token-unknown': error('A misspelled property has no effect, so the page looks different from what you wrote.'),
  'theme-missing': error('The help center cannot be shown without its theme.'),
  'ticket-counts-invalid': error('A line that cannot be read would make the report wrong.'),
  'ticket-sources-invalid': error('The import would read the wrong field, or none at all.'),
  'topic-claimed-twice': error('A ticket can count for one topic only.'),
  'topic-unknown': error(
    'Topics connect articles with tickets, and a misspelled one breaks that connection without a warning.',
  ),
  'topics-invalid': error('Tickets are matched to articles through topics.yaml.'),
  'translation-limits': warning(
    'An article has one audience. If its versions disagree, readers see only what all of them allow.',
  ),
  'translation-orphan': warning('A translation without an original cannot be reached in the default language.'),
  'translation-outdated': warning(
    'The original has changed since it was translated, so readers may get outdated information.',
  ),
  'translation-unsourced': warning('Without "source", no one notices when the original changes.'),
  'variable-unknown': error('A variable that does not exist would leave a gap in the sentence.'),
  'widget-unknown': error('Customers on that page of the product would not see any article.'),
  'words-invalid': error('The search cannot use customers’ words that cannot be read.'),
} satisfies Record<string, { severity: Severity; why: string }>;

export type Code = keyof typeof codes;

function error(why: string): { severity: Severity; why: string } {
  return { severity: 'error', why };
}

function info(why: string): { severity: Severity; why: string } {
  return { severity: 'info', why };
}

function warning(why: string): { severity: Severity; why: string } {
  return { severity: 'warning', why };
}
