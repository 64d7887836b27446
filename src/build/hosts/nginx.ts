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
  type SitePart,
  TEXT_TYPES,
  VARY,
  WANTS_MARKDOWN,
} from './rules.ts';

/** nginx on a server of one's own. Paths are as in `/etc/nginx`; nginx reads those in its files from there. */
export const nginx: Host = {
  title: 'nginx',
  server: true,
  files: (request) => [
    {
      path: 'nginx/conf.d/help-center.conf',
      text: `${ONCE}\n${domainsOf(request)
        .map((one) => server(request, one))
        .join('\n')}`,
    },
    ...domainsOf(request).map((one) => ({
      path: `nginx/${pagesFile(one)}`,
      text: `${EACH_BUILD}\n${pages(request, one)}`,
    })),
  ],
  next: (request) => [
    `Copy the contents of ${request.out} to ${request.root}${request.site.base} on the server.`,
    `Copy nginx/conf.d/help-center.conf to /etc/nginx/conf.d/ there, once. If the domain has a site already, add this line to its "server" block instead: include ${domainsOf(request).map(pagesFile)[0]};`,
    'Copy nginx/help-center/ to /etc/nginx/ there after each build, then run: nginx -t && systemctl reload nginx',
  ],
};

function server(request: HostRequest, domain: Domain): string {
  const { base } = request.site;
  const lines = [
    `listen ${request.port ?? 80};`,
    `server_name ${domain.name ?? '_'};`,
    ...(base === '/'
      ? []
      : block('location = /', 'absolute_redirect off;', `return 302 ${homeOf(request, domain) ?? base};`)),
    `include ${pagesFile(domain)};`,
  ];
  return `server {\n${indented(lines).join('\n')}\n}\n`;
}

function pages(request: HostRequest, site: Domain): string {
  const { root } = request;
  const { base } = request.site;
  const [whole, ...within] = partsOf(request.site);
  const domain = ownDomain(site);
  const home = homeOf(request, site);
  const lines = [
    ...(base === '/' ? [] : block(`location = ${base.slice(0, -1)}`, 'absolute_redirect off;', `return 301 ${base};`)),
    `location ${base === '/' ? '' : '^~ '}${base} {`,
    ...[
      `root ${quoted(root)};`,
      'index index.html;',
      `error_page 404 ${base}404.html;`,
      // Behind another server, nginx doesn't know its own address.
      'absolute_redirect off;',
      'charset utf-8;',
      'gzip on;',
      'gzip_vary on;',
      'gzip_proxied any;',
      `gzip_types ${TEXT_TYPES.join(' ')};`,
      ...headerLines(whole),
      '',
      // An article as Markdown, for those who ask for it. A name that ends without a slash is a file already.
      'set $twin "";',
      ...block(`if ($http_accept ~* "${WANTS_MARKDOWN}")`, 'set $twin $uri;'),
      ...block('if ($twin !~ "/$")', 'set $twin "";'),
      ...block('if ($twin ~ "^(.+)/$")', 'set $twin "$1.md";'),
      ...block('if (-f "$document_root$twin")', 'rewrite ^ "$twin" last;'),
      '',
      // The first pattern that matches counts.
      ...within
        .reverse()
        .flatMap((part) => [
          `location ~ ${quoted(`^${patternOf(part.path)}$`)} {`,
          ...indented([...typeLines(part), ...headerLines(part)]),
          '}',
        ]),
      `location ~ ${quoted(`^${patternOf(base)}${SETUP_FILES}$`)} {`,
      '  return 404;',
      '}',
      ...(home === undefined ? [] : block(`location = ${base}`, `return 302 ${home};`)),
      ...(domain === undefined
        ? []
        : otherDomains(request, domain).flatMap(({ folder, origin }) =>
            block(`location ${folder}`, `return 301 ${origin}$request_uri;`),
          )),
      ...movesOf(request, domain).flatMap(({ from, to }) =>
        from.flatMap((path) => block(`location = ${quoted(path)}`, `return 301 ${quoted(to)};`)),
      ),
      ...moveRulesOf(request, (group) => `$${group}`, domain).flatMap(({ pattern, to }) =>
        // nginx copies what a part matches into the header as it is, so a line break would start another header.
        block(`location ~ ${quoted(pattern.replaceAll('[^/', '[^/\\n\\r'))}`, `return 301 ${quoted(to)};`),
      ),
    ].map((line) => (line === '' ? '' : `  ${line}`)),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

function block(opening: string, ...lines: string[]): string[] {
  return [`${opening} {`, ...indented(lines), '}'];
}

/** nginx has a list of types, and adds no header that is there already. */
function typeLines({ headers }: SitePart): string[] {
  const [type] = headers.find(([name]) => name === 'Content-Type')?.[1].split(';') ?? [];
  return type === undefined ? [] : ['types { }', `default_type ${type};`, `charset_types ${type};`];
}

/** A location of nginx has none of the headers of another, so each has all. */
function headerLines({ headers }: SitePart): string[] {
  // A missing file must not be kept for a year.
  return [...headers.filter(([name]) => name !== 'Content-Type'), VARY].map(
    ([name, value]) => `add_header ${name} ${quoted(value)}${name === 'Cache-Control' ? '' : ' always'};`,
  );
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
