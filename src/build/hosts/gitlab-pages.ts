import type { Host, HostRequest } from './host.ts';
import { KEPT_FOLDER } from './workflow.ts';

/**
 * GitLab Pages: it adds the path of a project by itself, and follows `_redirects`. It serves compressed copies if they
 * are there, and can't send other headers.
 */
export const gitlabPages: Host = {
  title: 'GitLab Pages',
  files: (request) => [
    {
      path: '.gitlab-ci.yml',
      text: `# Runs after each push to the default branch. Add a pipeline schedule for every day, too: articles appear on their
# publishOn and go on their archiveOn.
pages:
  image: node:24-bookworm
  variables:
    # The whole history: the dates of articles come from it.
    GIT_DEPTH: 0
  # What the last build kept: this one makes only what changed.
  cache:
    key: ohje
    paths:
      - ${KEPT_FOLDER}/
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - npm ci
    - npm run build
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
