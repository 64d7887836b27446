import type { Host, HostRequest } from './host.ts';
import {
  type Domain,
  domainsOf,
  EACH_BUILD,
  homeOf,
  moveRulesOf,
  movesOf,
  otherDomains,
  ownDomain,
  partsOf,
  patternOf,
  VARY,
  WANTS_MARKDOWN,
} from './rules.ts';

/** Caddy on a server of one's own. */
export const caddy: Host = {
  title: 'Caddy',
  server: true,
  files: (request) => [
    {
      path: 'Caddyfile',
      text: `${EACH_BUILD}# Caddy gets the certificates for https itself.\n\n${domainsOf(request)
        .map((domain) => block(request, domain))
        .join('\n')}`,
    },
  ],
  next: ({ root, site, out }) => [
    `Copy the contents of ${out} to ${root}${site.base} on the server.`,
    'Copy Caddyfile to /etc/caddy/ there after each build, then run: systemctl reload caddy',
  ],
};

function block(request: HostRequest, one: Domain): string {
  const { site, root, port } = request;
  const { base } = site;
  const domain = ownDomain(one);
  const home = homeOf(request, one);
  const front = [...(home === undefined ? [] : [base]), ...(base === '/' ? [] : ['/'])];
  const inOrder = [
    // An article as Markdown, for those who ask for it.
    '@asked {',
    `\theader_regexp Accept (?i)${WANTS_MARKDOWN}`,
    '\tpath_regexp twin ^(.+)/$',
    '}',
    'route @asked {',
    '\t@twin file {re.twin.1}.md',
    '\trewrite @twin {re.twin.1}.md',
    '}',
    `header +${VARY.join(' ')}`,
    ...partsOf(site).flatMap(({ path, headers }, index) => [
      // A missing file must not be kept for a year. In a path, "*" stops at the next slash if more follows.
      ...(index === 0
        ? [`@part${index} path ${path}`]
        : [`@part${index} {`, `\tpath_regexp ^${patternOf(path)}$`, '\tfile {path}', '}']),
      `header @part${index} {`,
      ...headers.map(([header, value]) => `\t${header} ${quoted(value)}`),
      '}',
    ]),
    ...front.map((path) => `redir ${path} ${home ?? base} 302`),
    ...(base === '/' ? [] : [`redir ${base.slice(0, -1)} ${base} 301`]),
    ...(domain === undefined
      ? []
      : otherDomains(request, domain).map(({ folder, origin }) => `redir ${folder}* ${origin}{uri} 301`)),
    ...movesOf(request, domain).flatMap(({ from, to }, index) => [
      `@old${index} path ${from.map(quoted).join(' ')}`,
      `redir @old${index} ${quoted(to)} 301`,
    ]),
    ...moveRulesOf(request, (group, rule) => `{re.rule${rule}.${group}}`, domain).flatMap(({ pattern, to }, index) => [
      `@rule${index} path_regexp rule${index} ${quoted(pattern)}`,
      `redir @rule${index} ${quoted(to)} 301`,
    ]),
    'file_server {',
    '\thide _headers _redirects .nojekyll',
    '}',
  ];
  const lines = [
    `root * ${quoted(root)}`,
    'encode zstd gzip',
    'route {',
    ...inOrder.map((line) => `\t${line}`),
    '}',
    'handle_errors {',
    '\t@missing expression {http.error.status_code} == 404',
    '\thandle @missing {',
    `\t\trewrite * ${base}404.html`,
    '\t\tfile_server',
    '\t}',
    '}',
  ];
  return `${addressOf(one.name, port)} {\n${lines.map((line) => `\t${line}\n`).join('')}}\n`;
}

/** With a port of its own, Caddy is behind another server that has the certificate. */
function addressOf(name: string | undefined, port: number | undefined): string {
  if (name === undefined) return `:${port ?? 80}`;
  return port === undefined ? name : `http://${name}:${port}`;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
