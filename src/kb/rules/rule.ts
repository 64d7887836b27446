import type { Finding } from '../finding.ts';
import type { Library } from '../library.ts';

/** Looks over the whole library and says what is wrong. */
export type Rule = (library: Library) => Iterable<Finding>;
