import type { ElementContent } from 'hast';
import type { Attributes } from './component-attributes.ts';

/** A component of another system, found in a page. */
export interface FoundComponent {
  /** As it is written: `TabItem`, `Tabs.Tab`. */
  name: string;
  /** Whether it is in a line of text. */
  inLine: boolean;
  attributes: Attributes;
  children: ElementContent[];
  report(what: string): void;
}

/** What replaces a component. */
export type Turn = (found: FoundComponent) => ElementContent[];
