import type { HostRequest } from './host.ts';

// Actions are pinned to a commit, because a tag can be moved. Their versions are in the comments.
const CHECKOUT = 'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0';
const SETUP_NODE = 'actions/setup-node@a0853c24544627f65ddf259abe73b1d18a591444 # v5.0.0';

export const UPLOAD_ARTIFACT = 'actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2';
export const DOWNLOAD_ARTIFACT = 'actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093 # v4.3.0';
const CACHE = 'actions/cache@0057852bfaa89a56745cba8c7296529d2fc39830 # v4.3.0';

/** The folder in which builds keep what the next one can use. */
export const KEPT_FOLDER = '.ohje';

/** The steps with which every job that runs the project starts. */
export const PROJECT_STEPS = `      - uses: ${CHECKOUT}
        with:
          # The whole history: the dates of articles, and what a pull request changes, come from it.
          fetch-depth: 0
          persist-credentials: false
      - uses: ${SETUP_NODE}
        with:
          node-version: 24
          package-manager-cache: false
      - run: npm ci
`;

/** When a help center is built: after each change, and every day. */
const TRIGGERS = `on:
  push:
    # The branch that is published.
    branches: [main]
  schedule:
    # Every day at 04:17 UTC: articles appear on their publishOn and go on their archiveOn.
    - cron: "17 4 * * *"
  workflow_dispatch:`;

/**
 * A workflow of GitHub that builds the site and publishes it.
 *
 * @param steps those after the build, as YAML
 * @param more further permissions of these steps, further jobs, and the languages that each machine builds
 */
export function buildWorkflow(
  steps: string,
  { permissions = '', jobs = '', parts }: { permissions?: string; jobs?: string; parts?: HostRequest['parts'] } = {},
): string {
  return `name: Publish the help center
${TRIGGERS}
# No job can do more than it says.
permissions: {}
# A later build waits for the one that is being published.
concurrency:
  group: help-center
jobs:
${parts ? partJobs(parts) : ''}  build:
${parts ? '    needs: part\n' : ''}    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions:
      contents: read
${permissions}    steps:
${PROJECT_STEPS}${parts ? joinSteps : `${cacheStep('ohje')}      - run: npm run build\n`}${steps}${jobs}`;
}

/** @param name in the cache; what was kept last under it is used */
function cacheStep(name: string): string {
  return `      - uses: ${CACHE}
        with:
          # What the last build kept: this one makes only what changed.
          path: ${KEPT_FOLDER}
          key: ${name}-\${{ github.run_id }}-\${{ github.run_attempt }}
          restore-keys: ${name}-
`;
}

/** A job for each part of the site, which can run at the same time. */
function partJobs(parts: readonly string[][]): string {
  return `  # The same day for all parts, also if it is midnight.
  day:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    outputs:
      today: \${{ steps.day.outputs.today }}
    steps:
      - id: day
        run: echo "today=$(date -u +%F)" >> "$GITHUB_OUTPUT"
  part:
    needs: day
    strategy:
      matrix:
        # The languages that each machine builds. Every language of site.yaml must be in one of them.
        locales: [${parts.map((locales) => `"${locales.join(',')}"`).join(', ')}]
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions:
      contents: read
    steps:
${PROJECT_STEPS}${cacheStep(`ohje-\${{ strategy.job-index }}`)}${shellStep(
  'Build the part',
  [
    'npm run build -- --locales "$LOCALES" --today "$TODAY" --out part',
    "# One file: an artifact can't have files with every name.",
    'tar -cf part.tar part',
  ],
  `        env:
          LOCALES: \${{ matrix.locales }}
          TODAY: \${{ needs.day.outputs.today }}
`,
)}      - uses: ${UPLOAD_ARTIFACT}
        with:
          name: part-\${{ strategy.job-index }}
          path: part.tar
          retention-days: 1
          compression-level: 1
          if-no-files-found: error
          overwrite: true
`;
}

const joinSteps = `      - uses: ${DOWNLOAD_ARTIFACT}
        with:
          pattern: part-*
          path: parts
${shellStep('Put the parts together', [
  'for folder in parts/*; do tar -xf "$folder/part.tar" -C "$folder"; done',
  'npm run build -- --join parts/*/part',
])}`;

/** Shell commands as one step of a workflow. */
export function shellStep(name: string, lines: readonly string[], more = ''): string {
  return `      - name: ${name}\n${more}        run: |\n${lines.map((line) => `          ${line}\n`).join('')}`;
}

/**
 * A workflow that lets a host build the site every day. Hosts that build after each push do that themselves.
 *
 * @param secret the name of the secret with the address that starts a build
 */
export function dailyWorkflow(secret: string): string {
  return `name: Build the help center every day
on:
  schedule:
    # Every day at 04:17 UTC: articles appear on their publishOn and go on their archiveOn.
    - cron: "17 4 * * *"
  workflow_dispatch:
# It only calls the address that starts a build.
permissions: {}
jobs:
  build:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - env:
          BUILD_HOOK: \${{ secrets.${secret} }}
        run: curl --fail --silent --show-error --retry 3 --request POST "$BUILD_HOOK"
`;
}
