import { type HeaderRule, IMMUTABLE, REVALIDATE } from '#io/machine/header-rules.ts';
import type { ServedSite } from '#io/machine/served-site.ts';
import { PART } from '#kb/redirects/redirect-rule.ts';
import { escapeRegExp } from '#kb/values/escape.ts';
import type { HostRequest } from './host.ts';

/** A part of a site and all headers of its responses. */
export interface SitePart {
  /** From the root of the host, with `*` for any text. */
  path: string;
  headers: [name: string, value: string][];
}

/** The parts of a site: first all of it, then the others, each before those within it. */
export function partsOf({ base, headers }: ServedSite): [whole: SitePart, ...within: SitePart[]] {
  const first: Pick<HeaderRule, 'path' | 'headers'> = {
    path: `${base}*`,
    headers: [...(headers[0]?.headers ?? []), ['Cache-Control', REVALIDATE]],
  };
  const rules = [first, ...headers.slice(1)];
  const part = (path: string): SitePart => {
    const applying = rules.filter((rule) => rule.path === path || covers(rule.path, path));
    // The header of a smaller part replaces that of the whole.
    return { path, headers: [...new Map(applying.flatMap((rule) => rule.headers))] };
  };
  const within = [...new Set(headers.slice(1).map(({ path }) => path))].sort((a, b) => a.length - b.length);
  return [part(first.path), ...within.map(part)];
}

/** The folders of files that never change, as paths that end in a slash. */
export function immutableFolders({ headers }: ServedSite): string[] {
  const immutable = headers.filter((rule) => rule.headers.some(([, value]) => value === IMMUTABLE));
  return [...new Set(immutable.map(({ path }) => path.replace(/\*$/, '')))];
}

/** Whether a rule for a whole folder, such as `/*`, also covers the path of another rule. */
function covers(folder: string, path: string): boolean {
  return folder.endsWith('*') && path.startsWith(folder.slice(0, -1));
}

/** The path of a rule as a regular expression. */
export function patternOf(path: string): string {
  return escapeRegExp(path).replaceAll('\\*', '.*');
}

/** An old address and where it leads. */
export interface Move {
  /** The paths that mean it, decoded, as a server compares them. */
  from: string[];
  /** A path, or a full address if it is on the domain of another language. */
  to: string;
}

/** Every old address, with and without a slash at its end. */
export function movesOf(request: HostRequest, domain?: string): Move[] {
  return request.site.redirects.map(({ from, to }) => {
    const path = decodeURIComponent(from).replace(/\/$/, '');
    const forms = [path, path.normalize()];
    const folders = /\.html$/i.test(path) ? [] : forms.map((form) => `${form}/`);
    return { from: [...new Set([...forms, ...folders])], to: elsewhere(request, to, domain) + to };
  });
}

/** A rule for many old addresses, as servers compare them. */
export interface MoveRule {
  /** A regular expression without backslashes. */
  pattern: string;
  /** Where it leads, with `part(1, 0)` for what the first group of the first rule's pattern found. */
  to: string;
}

/** Every rule, in the order in which they count. */
export function moveRulesOf(
  request: HostRequest,
  part: (group: number, rule: number) => string,
  domain?: string,
): MoveRule[] {
  return request.site.rules.map(({ pattern, parts, to }, index) => {
    const filled = to.startsWith('/')
      ? to.replace(PART, (whole, name: string | undefined) => part(parts.indexOf(name ?? whole) + 1, index))
      : to;
    return { pattern, to: elsewhere(request, to, domain) + filled };
  });
}

/** The other languages that have a domain of their own: their folder, and the address of their host. */
export function otherDomains(request: HostRequest, domain: string): { folder: string; origin: string }[] {
  return [...request.domains]
    .filter(([, name]) => name !== domain)
    .map(([locale, name]) => ({ folder: `${request.site.base}${locale}/`, origin: `${protocolOf(request)}//${name}` }));
}

/** A domain that a server has, and the language it is for if each has one. */
export interface Domain {
  name: string | undefined;
  locale: string | undefined;
}

/** The domains of a server, in the order in which they are named. */
export function domainsOf(request: HostRequest): Domain[] {
  if (request.domains.size > 0) {
    const names = new Map<string, string>();
    for (const [locale, name] of request.domains) if (!names.has(name)) names.set(name, locale);
    return [...names].map(([name, locale]) => ({ name, locale }));
  }
  return [{ name: request.origin === undefined ? undefined : new URL(request.origin).hostname, locale: undefined }];
}

/** The home page of a domain that is for one language. */
export function homeOf({ site }: HostRequest, { locale }: Domain): string | undefined {
  return locale === undefined ? undefined : `${site.base}${locale}/`;
}

/** The name of a domain that is for one language. */
export function ownDomain({ name, locale }: Domain): string | undefined {
  return locale === undefined ? undefined : name;
}

/** The file with the redirects and headers of a domain, relative to the folder of the server's configuration. */
export function pagesFile({ name }: Domain): string {
  return `help-center/${name ?? 'site'}.conf`;
}

function elsewhere(request: HostRequest, path: string, domain: string | undefined): string {
  if (domain === undefined) return '';
  return otherDomains(request, domain).find(({ folder }) => path.startsWith(folder))?.origin ?? '';
}

function protocolOf({ origin }: HostRequest): string {
  return origin === undefined ? 'https:' : new URL(origin).protocol;
}

/** Files that set up other hosts, as part of a regular expression. */
export const SETUP_FILES = '(?:_headers|_redirects|\\.nojekyll)';

/** What a reader of Markdown asks for, as a regular expression of the header `Accept`. */
export const WANTS_MARKDOWN = 'text/markdown';

/** Shell command that adds {@link VARY} to all files, for hosts that read `_headers`. */
export function varyCommand({ site }: HostRequest, folder: string): string {
  return `printf '${site.base}*\\n  ${VARY.join(': ')}\\n' >> ${folder}/_headers`;
}

/** The header for what depends on it. */
export const VARY: [name: string, value: string] = ['Vary', 'Accept'];

/** Types of files that get much smaller when they are compressed, and that servers don't compress by themselves. */
export const TEXT_TYPES = [
  'text/css',
  'text/markdown',
  'text/plain',
  'text/xml',
  'text/vtt',
  'text/javascript',
  'application/javascript',
  'application/json',
  'application/xml',
  'application/atom+xml',
  'image/svg+xml',
];

/** The first line of a file that stays when the site is built again, for others to add to. */
export const ONCE =
  '# The domains of the help center. It is set up once: what is added here, such as certificates, stays.\n';

/** The first line of a file that belongs to what was built. */
export const EACH_BUILD = '# The redirects and headers of the site that was built. Each build writes it again.\n';
