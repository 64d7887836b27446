import type { Host, HostRequest } from './host.ts';
import { immutableFolders, varyCommand, WANTS_MARKDOWN } from './rules.ts';
import { UPLOAD, uploadCommands } from './upload-folder.ts';
import { buildWorkflow, shellStep } from './workflow.ts';

const WRANGLER = 'wrangler@4.164.0';

/** Cloudflare Workers with static assets: it compresses, and reads `_headers` and `_redirects`. */
export const cloudflare: Host = {
  title: 'Cloudflare',
  machines: true,
  files: (request) => [
    {
      path: 'wrangler.jsonc',
      text: `{
  // The name of the Worker in Cloudflare's dashboard.
  "name": "help-center",
  "compatibility_date": "2026-01-01",
  // It sends articles as Markdown to programs that ask for it. Without "main", "binding" and "run_worker_first", they get
  // pages, and no request counts as one of the Worker.
  "main": "help-center.worker.js",
  "assets": {
    "directory": "./${UPLOAD}",
    "binding": "ASSETS",
    "run_worker_first": ${JSON.stringify(workerPaths(request))},
    "html_handling": "auto-trailing-slash",
    "not_found_handling": "404-page"
  }
}
`,
    },
    { path: 'help-center.worker.js', text: WORKER },
    {
      path: '.github/workflows/help-center.yml',
      text: buildWorkflow(
        shellStep('Make the folder to upload', [
          ...uploadCommands(request),
          '# For Cloudflare, an address with a slash at its end is another one.',
          `awk '$3 == 301 && $1 !~ /\\.html$|[*:]/ { sub(/\\/$/, "", $1); print; print $1 "/", $2, $3; next } { print }' ${UPLOAD}/_redirects > redirects.txt`,
          `mv redirects.txt ${UPLOAD}/_redirects`,
          '# An address can have two forms.',
          varyCommand(request, UPLOAD),
        ]) +
          shellStep(
            'Publish',
            [`npx --yes ${WRANGLER} deploy`],
            `        env:
          CLOUDFLARE_API_TOKEN: \${{ secrets.CLOUDFLARE_API_TOKEN }}
          CLOUDFLARE_ACCOUNT_ID: \${{ secrets.CLOUDFLARE_ACCOUNT_ID }}
`,
          ),
        { parts: request.parts },
      ),
    },
  ],
  next: ({ site, origin }) => [
    'On Cloudflare, create an API token from the template "Edit Cloudflare Workers".',
    'On GitHub, save it as the secret CLOUDFLARE_API_TOKEN, and the id of your account as CLOUDFLARE_ACCOUNT_ID.',
    site.base === '/'
      ? 'Commit the files and push them. Then add your domain to the Worker under Settings > Domains & Routes.'
      : `Commit the files and push them. Then add the route ${origin === undefined ? 'YOUR-DOMAIN' : new URL(origin).host}${site.base}* to the Worker under Settings > Domains & Routes.`,
  ],
};

/** What the Worker sees: everything but files that many pages share. */
function workerPaths({ site }: HostRequest): string[] {
  return [`${site.base}*`, ...immutableFolders(site).map((path) => `!${path}*`)];
}

const WORKER = `// Sends an article as Markdown to programs that ask for it with the header "Accept: ${WANTS_MARKDOWN}".
export default {
  async fetch(request, env) {
    const url = new URL(request.url);
    if (request.headers.get('accept')?.includes('${WANTS_MARKDOWN}') && url.pathname.endsWith('/')) {
      url.pathname = url.pathname.replace(/\\/$/, '.md');
      const twin = await env.ASSETS.fetch(new Request(url, request));
      // Not every page has one.
      if (twin.ok || twin.status === 304) return twin;
    }
    return env.ASSETS.fetch(request);
  },
};
`;
