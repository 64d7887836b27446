// Actions are pinned to a commit, because a tag can be moved. Their versions are in the comments.
const CHECKOUT = 'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0';
const SETUP_NODE = 'actions/setup-node@a0853c24544627f65ddf259abe73b1d18a591444 # v5.0.0';

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
 * @param more further permissions of these steps, and further jobs, as YAML
 */
export function buildWorkflow(steps: string, { permissions = '', jobs = '' } = {}): string {
  return `name: Publish the help center
${TRIGGERS}
# No job can do more than it says.
permissions: {}
# A later build waits for the one that is being published.
concurrency:
  group: help-center
jobs:
  build:
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions:
      contents: read
${permissions}    steps:
${PROJECT_STEPS}      - uses: ${CACHE}
        with:
          # What the last build kept: this one makes only what changed.
          path: ${KEPT_FOLDER}
          key: ohje-\${{ github.run_id }}-\${{ github.run_attempt }}
          restore-keys: ohje-
      - run: npm run build
${steps}${jobs}`;
}

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
