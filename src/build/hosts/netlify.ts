import { escapeRegExp } from '#kb/values/escape.ts';
import type { Host, HostRequest } from './host.ts';
import { varyCommand, WANTS_MARKDOWN } from './rules.ts';
import { UPLOAD, uploadCommands } from './upload-folder.ts';
import { dailyWorkflow } from './workflow.ts';

/** Netlify: it builds after each push, compresses, and reads `_headers` and `_redirects`. */
export const netlify: Host = {
  title: 'Netlify',
  files: (request) => {
    const commands = [
      'npm run build',
      ...uploadCommands(request),
      // Netlify serves a file before a redirect, unless the redirect has an exclamation mark.
      `sed -i "s/ 301$/ 301!/" ${UPLOAD}/_redirects`,
      varyCommand(request, UPLOAD),
    ];
    return [
      {
        path: 'netlify.toml',
        text: `[build]
publish = "${UPLOAD}"
# The last two commands make old addresses redirect although they also have a page, and tell caches that an address
# can have two forms.
command = '''
${commands.join(' && \\\n')}
'''

[build.environment]
NODE_VERSION = "24"
`,
      },
      { path: 'netlify/edge-functions/markdown.js', text: edgeFunction(request) },
      { path: '.github/workflows/help-center-daily.yml', text: dailyWorkflow('NETLIFY_BUILD_HOOK') },
    ];
  },
  next: () => [
    'Commit the files and push them. On Netlify, add a project from this repository.',
    'For the daily build: on Netlify, add a build hook under Build & deploy. On GitHub, save its address as the secret NETLIFY_BUILD_HOOK.',
  ],
};

/** Netlify runs it only for programs that ask: https://docs.netlify.com/edge-functions/declarations. */
function edgeFunction({ site }: HostRequest): string {
  return `// Sends an article as Markdown to programs that ask for it with the header "Accept: ${WANTS_MARKDOWN}".
export default async function markdown(request) {
  if (!request.headers.get('accept')?.includes('${WANTS_MARKDOWN}')) return undefined;
  const twin = new URL(request.url);
  twin.pathname = twin.pathname.replace(/\\/$/, '.md');
  const { ok } = await fetch(twin, { method: 'HEAD' });
  // Not every page has one.
  return ok ? twin : undefined;
}

const settings = {
  pattern: ${JSON.stringify(`^${escapeRegExp(site.base)}.+/$`)},
  method: ['GET', 'HEAD'],
  header: { accept: ${JSON.stringify(WANTS_MARKDOWN)} },
  // Without the function, the page is sent.
  onError: 'bypass',
};
export { settings as config };
`;
}
