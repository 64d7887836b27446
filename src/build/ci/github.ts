import { COMMENT_MARK, ISSUE_MARK } from '#kb/values/note-marks.ts';
import { DOWNLOAD_ARTIFACT, PROJECT_STEPS, shellStep, UPLOAD_ARTIFACT } from '../hosts/workflow.ts';
import type { Ci } from './ci.ts';
import { keepNote } from './keep-note.ts';
import { buildBefore, ISSUE_TITLE, pictures } from './shared-steps.ts';

const NAME = 'Check the help center';

const api = [
  "const headers = { Authorization: 'Bearer ' + env.GITHUB_TOKEN, Accept: 'application/vnd.github+json' };",
  "const repository = env.GITHUB_API_URL + '/repos/' + env.GITHUB_REPOSITORY;",
  "const method = 'PATCH';",
  // Anyone can write a mark into a comment or an issue of their own.
  "const isOwn = ({ user, body, pull_request }) => user?.login === 'github-actions[bot]' && !pull_request && body?.startsWith(mark);",
];

const evenIfRed = `        if: \${{ !cancelled() }}\n`;
// There is nothing to compare without a build. A failure of these says nothing about the change.
const ifBuilt = `        if: \${{ !cancelled() && steps.build.outcome == 'success' }}\n        continue-on-error: true\n`;

function upload(name: string, path: string, more = ''): string {
  return `      - uses: ${UPLOAD_ARTIFACT}
${more}        with:
          name: ${name}
          path: ${path}
          include-hidden-files: true
          if-no-files-found: ignore
          retention-days: 14
`;
}

const checkWorkflow = `name: ${NAME}
on:
  pull_request:
# No job can do more than it says.
permissions: {}
concurrency:
  group: help-center-\${{ github.ref }}
  cancel-in-progress: true
jobs:
  check:
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    # It can write nothing and has no secrets: everyone's pull request runs here, that of a fork too.
    permissions:
      contents: read
    env:
      # The branch that the pull request is merged into.
      BASE: HEAD^1
      # From a fork, no code in the content or the theme is run.
      UNTRUSTED: \${{ github.event.pull_request.head.repo.full_name != github.repository && '--untrusted' || '' }}
    steps:
${PROJECT_STEPS}${shellStep('Check', ['npm run --silent check -- --annotations github $UNTRUSTED'])}${shellStep('Build', ['npm run build -- $UNTRUSTED'], `        id: build\n${evenIfRed}`)}${shellStep('Build the site before the change', buildBefore, ifBuilt)}${shellStep('Take pictures of changed pages', pictures, ifBuilt)}${upload('help-center-pictures', '.reports/pictures', `        id: pictures\n${evenIfRed}`)}${shellStep(
  'Write the comment',
  [
    `npm run --silent comment -- --base "$BASE" \${LINK:+--pictures-link "$LINK"} $UNTRUSTED > comment.md`,
    'cat comment.md >> "$GITHUB_STEP_SUMMARY"',
  ],
  `${evenIfRed}        env:\n          LINK: \${{ steps.pictures.outputs.artifact-url }}\n`,
)}${upload('help-center-comment', 'comment.md', evenIfRed)}`;

const commentWorkflow = `# Puts the result of "${NAME}" below the pull request. It can write, so it runs nothing of the repository,
# and what it reads is only text: anyone's pull request can have made it.
name: Comment on the help center
on:
  workflow_run:
    workflows: ["${NAME}"]
    types: [completed]
permissions: {}
concurrency:
  group: help-center-comment-\${{ github.event.workflow_run.head_repository.full_name }}-\${{ github.event.workflow_run.head_branch }}
jobs:
  comment:
    if: github.event.workflow_run.event == 'pull_request' && contains(fromJSON('["success", "failure"]'), github.event.workflow_run.conclusion)
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      actions: read
      pull-requests: write
    steps:
      - uses: ${DOWNLOAD_ARTIFACT}
        with:
          name: help-center-comment
          path: comment
          run-id: \${{ github.event.workflow_run.id }}
          github-token: \${{ github.token }}
${shellStep(
  'Comment',
  keepNote([
    "const file = 'comment/comment.md';",
    `const mark = '${COMMENT_MARK}';`,
    ...api,
    '// Which pull request it is must not come from the text. A newer push has a run of its own.',
    "const head = encodeURIComponent(env.HEAD_OWNER + ':' + env.HEAD_BRANCH);",
    "const pulls = await all(repository + '/pulls?state=open&head=' + head);",
    'const pull = pulls.find((one) => one.head.sha === env.HEAD_SHA);',
    "if (!pull) { console.log('There is a newer push, or the pull request is closed.'); process.exit(0); }",
    "const list = repository + '/issues/' + pull.number + '/comments';",
    "const found = ({ id }) => repository + '/issues/comments/' + id;",
    '// No one is notified, and nothing is hidden.',
    "const plain = (text) => text.replaceAll('<!--', '&lt;!--').replaceAll('@', '@\\u200b');",
    "const fork = env.IS_FORK === 'true' ? '> This pull request is from a fork, and its code can have written anything below.\\n\\n' : '';",
    'const said = (text) => plain(text.startsWith(mark) ? text.slice(mark.length).trimStart() : text);',
    "const bodyOf = (text) => ({ body: (mark + '\\n\\n' + fork + said(text)).slice(0, 60_000) });",
  ]),
  `        env:
          GITHUB_TOKEN: \${{ github.token }}
          HEAD_OWNER: \${{ github.event.workflow_run.head_repository.owner.login }}
          HEAD_BRANCH: \${{ github.event.workflow_run.head_branch }}
          HEAD_SHA: \${{ github.event.workflow_run.head_sha }}
          IS_FORK: \${{ github.event.workflow_run.head_repository.full_name != github.repository }}
`,
)}`;

const mondayWorkflow = `name: Help center work list
on:
  schedule:
    # Every Monday at 05:23 UTC.
    - cron: "23 5 * * 1"
  workflow_dispatch:
permissions: {}
concurrency:
  group: help-center-work-list
jobs:
  work-list:
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    permissions:
      contents: read
    steps:
${PROJECT_STEPS}${shellStep('Write the work list', ['npm run --silent tickets -- issue > issue.md', 'cat issue.md >> "$GITHUB_STEP_SUMMARY"'])}${upload('help-center-work-list', 'issue.md')}  issue:
    needs: work-list
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    # Only this job, which runs nothing of the repository, can write.
    permissions:
      issues: write
    steps:
      - uses: ${DOWNLOAD_ARTIFACT}
        with:
          name: help-center-work-list
          path: issue
${shellStep(
  'Update the issue',
  keepNote([
    "const file = 'issue/issue.md';",
    `const mark = '${ISSUE_MARK}';`,
    ...api,
    "const list = repository + '/issues?state=open';",
    "const found = ({ number }) => repository + '/issues/' + number;",
    `const bodyOf = (body) => ({ title: '${ISSUE_TITLE}', body });`,
  ]),
  `        env:\n          GITHUB_TOKEN: \${{ github.token }}\n`,
)}`;

/** Workflows for GitHub: what runs the project can't write, and what can write doesn't run it. */
export const github: Ci = {
  title: 'GitHub',
  files: [
    { path: '.github/workflows/help-center-check.yml', text: checkWorkflow },
    { path: '.github/workflows/help-center-comment.yml', text: commentWorkflow },
    { path: '.github/workflows/help-center-work-list.yml', text: mondayWorkflow },
  ],
  next: [
    'Commit the files and push them to your main branch. Comments appear on pull requests from then on.',
    'In Settings > Branches, require the check "check" before pull requests can be merged.',
    'To publish the site, run: npm run new -- deploy HOST',
  ],
};
