import type { VoteCount, VoteScale } from '../records/votes.ts';

/** How a log says whether articles helped: yes or no, two numbers, Zendesk's sum and count, or a number on a scale. */
export type VoteFormName = 'answer' | 'counts' | 'sum' | 'rating';

/** What was read from logs of votes. All counts are votes, except `rows` and `articles`. */
export interface VoteTally {
  rows: number;
  /** Rows of other events than votes, and sums of no votes. */
  others: number;
  none: number;
  /** Votes for articles that the library does not have, and how many articles these are. */
  unknown: { votes: number; articles: number };
  /** Votes below a heading that the article does not have; they count for the article. */
  lostSections: number;
  votes: VoteCount[];
}

/** What an import of logs of votes did. */
export interface ImportedVotes extends VoteTally {
  /** As the user wrote them, each once. */
  files: readonly string[];
  /** The forms in which the logs say whether an article helped. */
  told: ReadonlySet<VoteFormName>;
  /** The meaning of ratings, if tickets.yaml sets it. */
  scale: VoteScale | undefined;
  /** Relative to the content folder. */
  path: string;
  changed: boolean;
}
