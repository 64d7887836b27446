import type { Library } from '../content/library.ts';
import type { Finding } from '../findings/finding.ts';

/** Checks the whole library and reports what is wrong. */
export type Rule = (library: Library) => Iterable<Finding>;
