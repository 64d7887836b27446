import { COMMENT_MARK, ISSUE_MARK } from '#kb/values/note-marks.ts';
import type { Ci } from './ci.ts';
import { keepNote } from './keep-note.ts';
import { BROWSER, buildBefore, ISSUE_TITLE, pictures } from './shared-steps.ts';

const FILE = '.gitlab/help-center.yml';

const api = [
  "const headers = { 'PRIVATE-TOKEN': env.HELP_CENTER_TOKEN };",
  "const project = env.CI_API_V4_URL + '/projects/' + env.CI_PROJECT_ID;",
  "const method = 'PUT';",
  // Anyone can write a mark into a comment or an issue of their own.
  "const me = await call('GET', env.CI_API_V4_URL + '/user');",
  'const isOwn = ({ author, body, description }) => author?.id === me.id && (body ?? description)?.startsWith(mark);',
];

const pipeline = `# On a merge request: check, build, and one comment. On a schedule: the work list as an issue.
help-center:
  image: node:24-bookworm
  variables:
    # The whole history: the dates of articles, and what a merge request changes, come from it.
    GIT_DEPTH: 0
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - npm ci
    - |
${lines([
  'BASE=$CI_MERGE_REQUEST_DIFF_BASE_SHA',
  'failed=0',
  '# From a fork, no code in the content or the theme is run.',
  'if [ "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID" = "$CI_MERGE_REQUEST_PROJECT_ID" ]; then UNTRUSTED=; else UNTRUSTED=--untrusted; fi',
  'npm run --silent check -- --annotations gitlab $UNTRUSTED > gl-code-quality-report.json || failed=1',
  'if npm run build -- $UNTRUSTED; then',
  `  (${buildBefore.join(' && ')}) || echo "The site before the change could not be built."`,
  `  (npx --yes ${BROWSER[0]} install-deps chromium-headless-shell && ${pictures.join(' && ')}) || echo "There are no pictures."`,
  'else',
  '  failed=1',
  'fi',
  'LINK=$CI_JOB_URL/artifacts/file/.reports/pictures/index.html',
  'npm run --silent comment -- --base "$BASE" --pictures-link "$LINK" $UNTRUSTED > comment.md || failed=1',
  'exit $failed',
])}  artifacts:
    when: always
    expire_in: 2 weeks
    paths:
      - comment.md
      - .reports/pictures
    reports:
      codequality: gl-code-quality-report.json

# It has a token that can write, so it runs nothing of the repository.
help-center-comment:
  image: node:24-bookworm
  variables:
    GIT_STRATEGY: none
  needs: [help-center]
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event" && $CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID && $HELP_CENTER_TOKEN
      when: always
  script:
    - |
${lines(
  keepNote([
    "const file = 'comment.md';",
    `const mark = '${COMMENT_MARK}';`,
    ...api,
    "const list = project + '/merge_requests/' + env.CI_MERGE_REQUEST_IID + '/notes';",
    "const found = ({ id }) => list + '/' + id;",
    'const bodyOf = (body) => ({ body });',
  ]),
)}
help-center-work-list:
  image: node:24-bookworm
  variables:
    GIT_DEPTH: 0
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule" && $HELP_CENTER_WORK_LIST && $HELP_CENTER_TOKEN
  script:
    - npm ci
    - npm run --silent tickets -- issue > issue.md
    - |
${lines(
  keepNote([
    "const file = 'issue.md';",
    `const mark = '${ISSUE_MARK}';`,
    ...api,
    "const list = project + '/issues?state=opened&author_id=' + me.id;",
    "const found = ({ iid }) => project + '/issues/' + iid;",
    `const bodyOf = (description) => ({ title: '${ISSUE_TITLE}', description });`,
  ]),
)}`;

function lines(commands: readonly string[]): string {
  return commands.map((line) => `      ${line}\n`).join('');
}

/** A pipeline for GitLab. A merge request of a fork runs in the fork, which has no variables of the project. */
export const gitlab: Ci = {
  title: 'GitLab',
  files: [{ path: FILE, text: pipeline }],
  next: [
    `Add to .gitlab-ci.yml: include: [{ local: ${FILE} }]`,
    'In Settings > Access tokens, create a token with the role Reporter and the scope api.',
    'In Settings > CI/CD > Variables, save it as HELP_CENTER_TOKEN: masked, and not protected.',
    'In Build > Pipeline schedules, add one for every Monday, with the variable HELP_CENTER_WORK_LIST set to 1.',
    'Commit the file and push it. Read the changes of a fork before you run a pipeline for its merge request in your project: it can use your variables.',
  ],
};
