/** A page that looks different before and after a change. */
export interface PicturedPage {
  /** Below the root of the site, starting with "/". */
  path: string;
  state: 'new' | 'removed' | 'changed';
  /** Names of files in the folder of the pictures. */
  files: { name: string; device: 'phone' | 'desktop'; when: 'before' | 'after' }[];
}

/** What `pictures.json` in the folder of the pictures says. */
export interface Pictures {
  /** How many pages are different, with those that have no picture. */
  different: number;
  pages: PicturedPage[];
}
