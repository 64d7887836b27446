/** Why an article did not help: the choices readers have after a no. */
export const voteReasons = ['incomplete', 'unclear', 'wrong', 'other'] as const;
export type VoteReason = (typeof voteReasons)[number];
