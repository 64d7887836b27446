import { ident } from 'css-tree';

/** A name in CSS as browsers read it: `@\69mport` is `import`. */
export function cssName(written: string): string {
  return ident.decode(written).toLowerCase();
}

/** Whether a function of CSS takes the address of a file, also as a string. */
export function isLoadingFunction(written: string): boolean {
  return /^(?:-[a-z]+-)?(?:url|src|image|image-set|cross-fade|element)$/.test(cssName(written));
}
