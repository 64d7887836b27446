/** The first line of the comment below a pull request, by which it is found again. Readers don't see it. */
export const COMMENT_MARK = '<!-- ohje:pull-request -->';

/** The first line of the issue with the work list. */
export const ISSUE_MARK = '<!-- ohje:work-list -->';
