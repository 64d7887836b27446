import type { Library } from '../content/library.ts';
import type { Finding } from '../findings/finding.ts';

/** Looks over the whole library and says what is wrong. */
export type Rule = (library: Library) => Iterable<Finding>;
