export type Severity = 'error' | 'warning';

/**
 * Every kind of mistake that can be found, and why it matters.
 *
 * A code is permanent: people search for it and switch it off by name in
 * `site.yaml`. It is never renamed and never given a second meaning. Each has the
 * smallest content folder that raises it in `tests/fixtures/broken/<code>/`.
 */
export const codes = {
  'announcement-invalid': error('What cannot be understood cannot be shown in time.'),
  'alt-missing': warning('Somebody who cannot see the picture gets nothing from it without a description.'),
  'articles-missing': error('A typo in a path would otherwise publish an empty help center.'),
  'article-too-deep': error('Brackets, quotes or tags without end would bring down the program that reads them.'),
  'article-unreadable': error('A page that cannot be read would go missing without a sound.'),
  'brand-unknown': error('A misspelt brand would hide its articles without a sound.'),
  'brace-lone': error('In MDX a "{" begins a variable, so a lone one stops the article from being read.'),
  'angle-lone': error('In MDX a "<" begins a component, so a lone one stops the article from being read.'),
  'comment-html': error('MDX has comments of its own; an HTML comment stops the article from being read.'),
  'component-attribute': error('A misspelt attribute would be dropped without a sound.'),
  'component-content': warning('With something else in it, the component looks broken to customers.'),
  'component-unclosed': error('Everything after a component that is not closed would become part of it.'),
  'component-unknown': error('A component that does not exist would leave a hole in the article.'),
  'fact-invalid': error('A fact is printed in many articles; a broken one would be wrong in all of them.'),
  'front-matter-invalid': error('The lines between the --- say what the article is; a wrong one cannot be obeyed.'),
  'front-matter-missing': error('An article needs at least a title, between two lines of ---.'),
  'front-matter-code': error('Front matter is read as YAML only; another language could run code on this machine.'),
  'heading-level': warning('Screen readers go from heading to heading; a level that is skipped loses people.'),
  'html-unsafe': error('Scripts, forms and event handlers in an article would run for every customer.'),
  'id-taken': error('Two articles with one address: one of them would never be seen.'),
  'image-missing': error('Customers would see a broken picture.'),
  'image-remote': warning('Every reader would be made known to that host, and the picture is gone when it goes.'),
  'link-broken': error('A customer who follows it would land on a page that does not exist.'),
  'link-fragment': warning('The page opens, but not at the place the link promises.'),
  'link-internal': error('The linked article is not published, so customers would land on a page that does not exist.'),
  'link-unread': warning('Customers would see brackets and an address where a link was meant.'),
  'link-unsafe': error('A link of this kind could run code in the customer’s browser.'),
  'locale-unknown': error('A language that site.yaml does not name is not built.'),
  'mdx-syntax': error('An article that cannot be read cannot be published.'),
  'measures-invalid': error('A number that cannot be read would make a measure wrong.'),
  'prose-import': error(
    'In MDX a line that begins with "import" or "export" is taken for code, and would vanish from the page.',
  ),
  'redirect-taken': error('An old address that is a page today would hide that page.'),
  'related-unknown': error('A related article that does not exist cannot be shown.'),
  'search-lost': warning('Customers who ask this would no longer find their answer.'),
  'searches-invalid': error('A question that guards nothing would give false comfort.'),
  'section-missing': error('The address of an article begins with its section.'),
  'section-reserved': error('This name is the address of a page of the help center itself.'),
  'section-unknown': warning('A section described in site.yaml that has no article is never shown.'),
  'site-invalid': error('Every page depends on site.yaml.'),
  'site-missing': error('Every page depends on site.yaml.'),
  'slug-invalid': error('The file name becomes the address of the page.'),
  'snippet-unknown': error('A snippet that does not exist would leave a hole in the article.'),
  'string-missing': warning('Readers of this language would see a text in another one.'),
  'string-unknown': error('A text with this key is never shown.'),
  'strings-invalid': error('The texts of the interface must be readable to be shown.'),
  'synonyms-invalid': error('Words that cannot be read find nothing.'),
  'text-missing': warning('Customers who come for an answer would find a title with nothing below.'),
  'text-untranslated': warning('Readers of this language would see it in another one.'),
  'theme-contrast': error('Text that is too pale cannot be read by many people, and in sunlight by nobody.'),
  'theme-file-unknown': error('A part that no page takes is never shown.'),
  'theme-invalid': error('Colours and fonts that cannot be understood cannot be shown.'),
  'theme-part-style': error('Styles in a part escape the check for colours, other hosts and directions of writing.'),
  'theme-part-unknown': error('A rule for a part that is not there changes nothing.'),
  'theme-physical': warning('What is on the left in English is on the right in Persian.'),
  'theme-remote': error('What comes from another host tells it who reads, and is missing when it is down.'),
  'theme-token-set': error('A colour that is set past theme.yaml may be unreadable, and nobody would be told.'),
  'theme-token-unknown': error('A misspelt property does nothing, and the page shows another colour than you wrote.'),
  'theme-missing': error('Without its theme the help center cannot be drawn.'),
  'ticket-counts-invalid': error('A line that cannot be read would make the report wrong.'),
  'ticket-sources-invalid': error('Without it the import would count the wrong field, or nothing.'),
  'topic-claimed-twice': error('A ticket would count for two topics.'),
  'topic-unknown': error(
    'Tickets reach an article through its topics. A misspelt one cuts that thread without a sound.',
  ),
  'topics-invalid': error('Tickets reach articles through topics.yaml.'),
  'translation-orphan': warning('A translation without an original is not reachable in the default language.'),
  'translation-outdated': warning(
    'The original has changed since it was translated, so readers may be told old things.',
  ),
  'variable-unknown': error('A variable that does not exist would leave a hole in the sentence.'),
  'widget-unknown': error('Customers on that page of the product would be shown no article.'),
  'words-invalid': error('Words of customers that cannot be read find nothing.'),
} satisfies Record<string, { severity: Severity; why: string }>;

export type Code = keyof typeof codes;

function error(why: string): { severity: Severity; why: string } {
  return { severity: 'error', why };
}

function warning(why: string): { severity: Severity; why: string } {
  return { severity: 'warning', why };
}
