/** What takes pictures, in the versions that the engine is tested with. Projects don't need them otherwise. */
export const BROWSER = ['playwright-core@1.65.1', '@sparticuz/chromium@147.0.0'];

/** Where the site before the change is built. */
const BEFORE = '../before';

/** Builds the site before the change, with the version of the engine that it had. */
export const buildBefore = [
  `rm -rf ${BEFORE}`,
  'git worktree prune',
  `git worktree add --detach --quiet ${BEFORE} "$BASE"`,
  `cd ${BEFORE}`,
  'npm ci',
  'npm run build',
];

export const pictures = [
  `npm install --no-save --no-audit --no-fund ${BROWSER.join(' ')}`,
  `npm run pictures -- --before ${BEFORE}/dist`,
];

/** The title of the issue with the work list. */
export const ISSUE_TITLE = 'Help center: what to do this week';
