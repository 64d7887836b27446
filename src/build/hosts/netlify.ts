import type { Host } from './host.ts';
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
    ];
    return [
      {
        path: 'netlify.toml',
        text: `[build]
publish = "${UPLOAD}"
# The last command makes old addresses redirect although they also have a page.
command = '''
${commands.join(' && \\\n')}
'''

[build.environment]
NODE_VERSION = "24"
`,
      },
      { path: '.github/workflows/help-center-daily.yml', text: dailyWorkflow('NETLIFY_BUILD_HOOK') },
    ];
  },
  next: () => [
    'Commit the files and push them. On Netlify, add a project from this repository.',
    'For the daily build: on Netlify, add a build hook under Build & deploy. On GitHub, save its address as the secret NETLIFY_BUILD_HOOK.',
  ],
};
