// Apart from the schema of the words file, which browsers have no use for.

/** Weights are rounded to this, so they fit into an index. */
export const WEIGHT_STEP = 0.25;
export const MAX_WEIGHT = 3.75;
