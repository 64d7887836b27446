/** What a reader who was not helped says of the article. */
export const voteReasons = ['incomplete', 'unclear', 'wrong', 'other'] as const;
export type VoteReason = (typeof voteReasons)[number];

/** How many readers of one day and language found an article, or a section of it, helpful or not. */
export interface VoteCount {
  /** `YYYY-MM-DD`. */
  day: string;
  locale: string;
  /** The id of the article. */
  article: string;
  /** The slug of a heading; without it the vote is on the whole article. */
  section?: string | undefined;
  reason?: VoteReason | undefined;
  helpful: number;
  unhelpful: number;
}
