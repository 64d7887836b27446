import type { Host, HostRequest } from './host.ts';
import { KEPT_FOLDER } from './workflow.ts';

const START = `  image: node:24-bookworm
  variables:
    # The whole history: the dates of articles come from it.
    GIT_DEPTH: 0
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`;

/**
 * GitLab Pages: it adds the path of a project by itself, and follows `_redirects`. It serves compressed copies if they
 * are there, and can't send other headers.
 */
export const gitlabPages: Host = {
  title: 'GitLab Pages',
  machines: true,
  files: (request) => [
    {
      path: '.gitlab-ci.yml',
      text: `# Runs after each push to the default branch. Add a pipeline schedule for every day, too: articles appear on their
# publishOn and go on their archiveOn.
${request.parts ? partJob(request.parts) : ''}pages:
${request.parts ? '  needs: [part]\n' : ''}${START}${request.parts ? '' : cache('ohje')}  script:
    - npm ci
    - npm run build${request.parts ? ' -- --join dist-parts/*' : ''}
    - |
${gitlabCommands(request)
  .map((line) => `      ${line}\n`)
  .join('')}  artifacts:
    paths:
      - public
`,
    },
  ],
  next: ({ site }) => [
    site.base === '/'
      ? 'The site was built for the root of a host: use a custom domain, or leave "Use unique domain" on in Deploy > Pages.'
      : `The site was built for the path ${site.base}, so the project must have this path, with "Use unique domain" off in Deploy > Pages.`,
    'Commit the file and push it. Then open Build > Pipeline schedules on GitLab and add a schedule for every day.',
  ],
};

function cache(key: string): string {
  return `  # What the last build kept: this one makes only what changed.
  cache:
    key: ${key}
    paths:
      - ${KEPT_FOLDER}/
`;
}

/** A job for each part of the site, which can run at the same time. */
function partJob(parts: readonly string[][]): string {
  return `part:
${START}${cache('ohje-$CI_NODE_INDEX')}  parallel:
    matrix:
      # The languages that each machine builds. Every language of site.yaml must be in one of them.
      - LOCALES: [${parts.map((locales) => `"${locales.join(',')}"`).join(', ')}]
  script:
    - npm ci
    # The same day for all parts, also if it is midnight.
    - npm run build -- --locales "$LOCALES" --today "\${CI_PIPELINE_CREATED_AT%%T*}" --out "dist-parts/$CI_NODE_INDEX"
  artifacts:
    expire_in: 1 day
    paths:
      - dist-parts
`;
}

function gitlabCommands({ site: { base }, out }: HostRequest): string[] {
  return [
    'rm -rf public',
    `cp -R ${out} public`,
    '# A file comes before a redirect, so the pages of old addresses are removed.',
    'if [ -f public/_redirects ]; then',
    '  while read -r old to; do',
    '    case "$old" in *[*:]*) continue ;; esac',
    `    old=$(printf '%b' "\${old//%/\\\\x}")`,
    `    old="public/\${old#${base}}"`,
    '    case "$old" in',
    '      *.html) rm -f "$old" ;;',
    `      *) rm -f "\${old%/}/index.html" ;;`,
    '    esac',
    '  done < public/_redirects',
    'fi',
    `find public -type f -regex '.*\\.\\(html\\|css\\|js\\|json\\|svg\\|txt\\|xml\\)' -exec gzip -9 -k -f {} +`,
  ];
}
