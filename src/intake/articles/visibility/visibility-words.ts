/** Splits names and labels into words: `isDraft`, `user_segment_id`, `agents-only`. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words of keys that say nothing by themselves: `isDraft`, `pageStatus`. */
export const FILLERS = list(`
  is are only article articles page pages doc docs document documents post posts content entry item this that the a meta
  metadata properties props attributes custom seo robots in from to for by of with be will should can may flag x kb help center
  site web website node cms build google engine engines wp jekyll hugo readme view viewable read readable requires
  required require needs must go target intended primary dg
`);

/** Groups that are not all readers. With a yes, `members: yes`, or with "only" they restrict a page. */
export const GROUPS = list(`
  staff agent agents employee employees team teams member members admin admins administrator administrators partner
  partners subscriber subscribers group groups role roles login signin auth authentication authenticated logged
`);

export const READERS = list(`
  public customer customers user users everyone anyone visitor visitors guest guests reader readers
`);

/** Places that list pages. A page that is kept out of one can be reached only by its address. */
export const PLACES = list(`
  nav navigation sidebar toc menu search sitemap index indexing listing lists list navbar pagefind rss feed algolia
  results robots llms
`);

/** Parts of a page: `hide: [navigation, toc]` hides these, not the page. */
export const PARTS = list(`
  nav navigation sidebar toc menu navbar title heading footer header path tags tag feedback edit breadcrumbs breadcrumb
  comments date author authors cover description outline pagination toolbar actions
`);

/** A yes hides the page. */
export const HIDES = list(`
  draft drafts hidden hide unlisted private internal restricted restrict confidential secret sensitive unpublished
  unpublish wip embargoed embargo noindex nosearch protected protect password exclude excluded excludes ignore ignored
  skip omit headless disabled inactive invisible quarantined suppressed scheduled unreleased unfinished incomplete stub
`);

export const ARCHIVES = list('archived archive deleted trashed trash removed');

/** A no hides the page. */
export const SHOWS = list(`
  published publish public visible visibility listed live enabled active released approved show shown display displayed
  index indexable indexed searchable search sitemap pagefind list render ready finished
  external facing publicly production
`);

/** Of these, the ones whose value can also be a state: `published: soon`. */
export const STATE_SHOWS = list('published publish public visible visibility listed');

export const NEGATIONS = list('not no non never do dont without');

/** Keys whose value names a state or a group of readers. */
export const STATES = list(`
  status state visibility audience privacy stage workflow lifecycle viewers readers security classification sensitivity
  sharing share visible published confidentiality publication publishing confidence access approval moderation tlp
`);

/** Keys whose value names whom a page is limited to. Without a value the page is for everyone. */
export const LIMITS = list(`
  permission permissions role roles groups segment segments restriction restrictions restricted restrict protection
  acl
`);

export const STATE_FILLERS = list(
  'level id ids user view allowed allow type name mode group key value tags review editorial control',
);

const PUBLIC_VALUES = list(`
  published publish public live active visible listed approved released final done complete completed everyone everybody
  all anyone world open online enabled current shown stable ga beta alpha preview experimental new updated deprecated
  verified validated translated evergreen reviewed external customer customers user users enduser endusers developer
  developers beginner beginners consumer consumers reader readers visitor visitors guest guests generallyavailable
  anonymous notvalidated unrestricted default always index follow indexfollow
  clear white
`);
const INTERNAL_VALUES = list(`
  internal internalonly private staff staffonly agent agents agentsonly employee employees team teamonly restricted
  confidential secret member members membersonly loggedin signedin authenticated login admin admins adminonly support
  company organization workspace internaluse internaluseonly required
`);
const HIDDEN_VALUES = list(`
  draft drafts hidden unlisted unpublished scheduled wip workinprogress donotpublish dontpublish notpublished noindex
  noindexnofollow notforcustomers embargoed notpublic nonpublic
`);
const PRIVATE_LABELS = list(`
  staffonly agentsonly internal internalonly internaluse internaluseonly private confidential
`);

/** Whole keys, without what separates their words, that a yes makes private. */
export const HIDING_KEYS = list(`
  workinprogress inprogress inreview underreview needsreview todo linkonly onlywithlink onlybylink directlinkonly
`);

/** Whole keys whose value names who may see a page. */
export const READER_KEYS = list('whocansee canview cansee canread canaccess viewableby readableby sharedwith');

/** What a page can be only for without being private: `mobile_only`. */
export const PLATFORMS = list('read mobile desktop web ios android online offline text code view print api cloud app');

/** What one entry of the metadata says about who may see a page; `unclear` if it's about that but isn't understood. */
export type Says = 'public' | 'internal' | 'hidden' | 'archived' | 'unclear';

/** What a state such as `published` or `agents only` says. */
export function saysState(value: string): Says {
  const word = wordsOf(value).join('');
  if (PUBLIC_VALUES.has(word) || word === '') return 'public';
  if (INTERNAL_VALUES.has(word)) return 'internal';
  if (ARCHIVES.has(word)) return 'archived';
  return HIDDEN_VALUES.has(word) ? 'hidden' : 'unclear';
}

/** What a label such as a tag says whatever its key is; nothing for all but a few that say it without doubt. */
export function saysLabel(label: string): Says | undefined {
  const word = wordsOf(label).join('');
  if (PRIVATE_LABELS.has(word)) return 'internal';
  return HIDDEN_VALUES.has(word) ? 'hidden' : undefined;
}

const ORDER: readonly Says[] = ['public', 'internal', 'unclear', 'hidden', 'archived'];

/** The one of several statements that lets the fewest people see a page; `public` for none. */
export function strictest(said: readonly Says[]): Says {
  return said.reduce<Says>((worst, one) => (ORDER.indexOf(one) > ORDER.indexOf(worst) ? one : worst), 'public');
}
