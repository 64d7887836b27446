/** How far code of a content folder is trusted. */
export interface Trust {
  /** Whether the content comes from someone who must not run code here, such as a pull request from a fork. */
  untrusted?: boolean | undefined;
}
