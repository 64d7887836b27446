/** How many closed tickets of one day and language are linked to exactly these articles. */
export interface LinkedCount {
  /** The day the tickets were opened, `YYYY-MM-DD`. */
  day: string;
  locale: string;
  /** Ids of articles, sorted; at least one. */
  articles: readonly string[];
  /** At least 1. */
  tickets: number;
}
