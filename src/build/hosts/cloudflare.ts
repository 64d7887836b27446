import type { Host } from './host.ts';
import { UPLOAD, uploadCommands } from './upload-folder.ts';
import { buildWorkflow, shellStep } from './workflow.ts';

const WRANGLER = 'wrangler@4.164.0';

/** Cloudflare Workers with static assets: it compresses, and reads `_headers` and `_redirects`. */
export const cloudflare: Host = {
  title: 'Cloudflare',
  files: (request) => [
    {
      path: 'wrangler.jsonc',
      text: `{
  // The name of the Worker in Cloudflare's dashboard.
  "name": "help-center",
  "compatibility_date": "2026-01-01",
  "assets": {
    "directory": "./${UPLOAD}",
    "html_handling": "auto-trailing-slash",
    "not_found_handling": "404-page"
  }
}
`,
    },
    {
      path: '.github/workflows/help-center.yml',
      text: buildWorkflow(
        shellStep('Make the folder to upload', [
          ...uploadCommands(request),
          '# For Cloudflare, an address with a slash at its end is another one.',
          `awk '$3 == 301 && $1 !~ /\\.html$|[*:]/ { sub(/\\/$/, "", $1); print; print $1 "/", $2, $3; next } { print }' ${UPLOAD}/_redirects > redirects.txt`,
          `mv redirects.txt ${UPLOAD}/_redirects`,
        ]) +
          shellStep(
            'Publish',
            [`npx --yes ${WRANGLER} deploy`],
            `        env:
          CLOUDFLARE_API_TOKEN: \${{ secrets.CLOUDFLARE_API_TOKEN }}
          CLOUDFLARE_ACCOUNT_ID: \${{ secrets.CLOUDFLARE_ACCOUNT_ID }}
`,
          ),
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
