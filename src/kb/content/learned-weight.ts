// In a separate file, so browsers do not load the schema of the words file.

/** Weights are rounded to this step, so the search index can store them. */
export const WEIGHT_STEP = 0.25;
export const MAX_WEIGHT = 3.75;
