import type { HeaderRule } from '#io/machine/header-rules.ts';

/** Hosts that read their headers from a configuration of their own, and how to use what is printed. */
export const hosts = {
  nginx: { use: 'Put it into the "server" block of the site.', print: nginx },
  apache: { use: 'Put it into the <VirtualHost> of the site. It needs mod_headers.', print: apache },
  caddy: { use: 'Put it into the site block of the Caddyfile.', print: caddy },
  vercel: { use: 'Save it as vercel.json in the folder that you deploy.', print: vercel },
} as const;

type Rules = readonly Pick<HeaderRule, 'path' | 'headers'>[];

/** A location of nginx has none of the headers of another, so each rule is written with those that also apply to it. */
function nginx(rules: Rules): string {
  const blocks = rules.map(({ path }, index) => {
    const applying = rules.slice(0, index + 1).filter((rule) => rule.path === path || includes(rule.path, path));
    const headers = applying.flatMap((rule) => rule.headers);
    // A policy of its own replaces the one of all pages.
    const last = [...new Map(headers)];
    const lines = last.map(([name, value]) => `  add_header ${name} "${value.replaceAll('"', '\\"')}" always;\n`);
    const location = /\*[^*]+$/.test(path) ? `~ ^${patternOf(path)}$` : path.replace(/\*$/, '');
    return `location ${location} {\n${lines.join('')}  error_page 404 /404.html;\n}\n`;
  });
  return blocks.join('\n');
}

function apache(rules: Rules): string {
  return rules
    .map(({ path, headers }) => {
      const lines = headers.map(([name, value]) => `  Header always set ${name} "${value.replaceAll('"', '\\"')}"\n`);
      return `<LocationMatch "^${patternOf(path)}$">\n${lines.join('')}</LocationMatch>\n`;
    })
    .join('\n');
}

function caddy(rules: Rules): string {
  return rules
    .map(({ path, headers }, index) => {
      const lines = headers.map(([name, value]) => `  ${name} "${value.replaceAll('"', '\\"')}"\n`);
      return `@rule${index + 1} path ${path}\nheader @rule${index + 1} {\n${lines.join('')}}\n`;
    })
    .join('\n');
}

function vercel(rules: Rules): string {
  const headers = rules.map(({ path, headers }) => ({
    source: path.replaceAll('.', '\\.').replaceAll('*', '(.*)'),
    headers: headers.map(([key, value]) => ({ key, value })),
  }));
  return `${JSON.stringify({ trailingSlash: true, headers }, null, 2)}\n`;
}

/** Whether a rule for a whole folder, such as `/*`, also covers the path of another rule. */
function includes(folder: string, path: string): boolean {
  return folder.endsWith('*') && path.startsWith(folder.slice(0, -1));
}

/** The path of a rule as a regular expression. */
function patternOf(path: string): string {
  return path.replace(/[.+?^$()[\]{}|\\]/g, '\\$&').replaceAll('*', '.*');
}
