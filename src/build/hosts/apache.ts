import { escapeRegExp } from '#kb/values/escape.ts';
import type { Host, HostRequest } from './host.ts';
import {
  type Domain,
  domainsOf,
  EACH_BUILD,
  homeOf,
  moveRulesOf,
  movesOf,
  ONCE,
  otherDomains,
  ownDomain,
  pagesFile,
  partsOf,
  patternOf,
  SETUP_FILES,
  TEXT_TYPES,
  VARY,
  WANTS_MARKDOWN,
} from './rules.ts';

// Apache knows most types, but some systems have an old list.
const types = [
  'text/markdown .md',
  'image/avif .avif',
  'image/webp .webp',
  'font/woff2 .woff2',
  'text/vtt .vtt',
  'text/javascript .js',
];

/** Apache on a server of one's own. Paths are as in `/etc/apache2`; Apache reads those in its files from there. */
export const apache: Host = {
  title: 'Apache',
  server: true,
  files: (request) => [
    {
      path: 'apache2/sites-available/help-center.conf',
      text: `${ONCE}${request.port === undefined ? '' : `Listen ${request.port}\n`}\n${domainsOf(request)
        .map((one) => virtualHost(request, one))
        .join('\n')}`,
    },
    ...domainsOf(request).map((one) => ({
      path: `apache2/${pagesFile(one)}`,
      text: `${EACH_BUILD}# It needs the modules headers, deflate and filter, and rewrite for articles as Markdown.\n\n${pages(request, one)}`,
    })),
  ],
  next: ({ root, site, out }) => [
    `Copy the contents of ${out} to ${root}${site.base} on the server.`,
    'Copy apache2/sites-available/help-center.conf to /etc/apache2/sites-available/ there, once.',
    'Copy apache2/help-center/ to /etc/apache2/ there after each build.',
    'Run once: a2enmod headers rewrite && a2ensite help-center && systemctl restart apache2',
    'Run after each build: apache2ctl configtest && systemctl reload apache2',
  ],
};

function virtualHost(request: HostRequest, domain: Domain): string {
  const { root, port } = request;
  const { base } = request.site;
  const lines = [
    ...(domain.name === undefined ? [] : [`ServerName ${domain.name}`]),
    `DocumentRoot ${quoted(root)}`,
    `<Directory ${quoted(root)}>`,
    '  Options -Indexes -MultiViews',
    '  AllowOverride None',
    '  Require all granted',
    '  DirectoryIndex index.html',
    '</Directory>',
    ...(base === '/' ? [] : [`RedirectMatch 302 "^/$" ${homeOf(request, domain) ?? base}`]),
    `Include ${pagesFile(domain)}`,
  ];
  return `<VirtualHost *:${port ?? 80}>\n${lines.map((line) => `  ${line}\n`).join('')}</VirtualHost>\n`;
}

function pages(request: HostRequest, domainOf: Domain): string {
  const { site } = request;
  const { base } = site;
  const domain = ownDomain(domainOf);
  const home = homeOf(request, domainOf);
  const lines = [
    ...types.map((type) => `AddType ${type}`),
    'AddCharset utf-8 .html .md .css .js .json .txt .xml .vtt',
    `AddOutputFilterByType DEFLATE text/html ${TEXT_TYPES.join(' ')}`,
    // With a tag of its own, no compressed page would ever be unchanged.
    'DeflateAlterETag NoChange',
    '',
    // An article as Markdown, for those who ask for it.
    '<IfModule rewrite_module>',
    '  RewriteEngine On',
    `  RewriteCond %{HTTP:Accept} ${quoted(WANTS_MARKDOWN)} [NC]`,
    '  RewriteCond %{DOCUMENT_ROOT}$1.md -f',
    `  RewriteRule "^(${patternOf(base)}.+)/$" "$1.md" [PT,L]`,
    '</IfModule>',
    '',
    ...partsOf(site).flatMap(({ path, headers }) => [
      `<LocationMatch ${quoted(`^${patternOf(path)}$`)}>`,
      `  ErrorDocument 404 ${base}404.html`,
      // A missing file must not be kept for a year.
      // It knows the type of a file by its name.
      ...[...headers.filter(([header]) => header !== 'Content-Type')].map(
        ([header, value]) => `  Header ${header === 'Cache-Control' ? '' : 'always '}set ${header} ${quoted(value)}`,
      ),
      ...(path === `${base}*` ? [`  Header always merge ${VARY.join(' ')}`] : []),
      '</LocationMatch>',
    ]),
    '',
    `RedirectMatch 404 ${quoted(`^${patternOf(base)}${SETUP_FILES}$`)}`,
    ...(home === undefined ? [] : [`RedirectMatch 302 ${quoted(`^${escapeRegExp(base)}$`)} ${home}`]),
    ...(domain === undefined
      ? []
      : otherDomains(request, domain).map(({ folder, origin }) => `Redirect 301 ${folder} ${origin}${folder}`)),
    ...movesOf(request, domain).flatMap(({ from, to }) =>
      from.map((path) => `RedirectMatch 301 ${quoted(`^${escapeRegExp(path)}$`)} ${quoted(to)}`),
    ),
    ...moveRulesOf(request, (group) => `$${group}`, domain).map(
      ({ pattern, to }) => `RedirectMatch 301 ${quoted(pattern)} ${quoted(to)}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
