/**
 * Reports which result a reader follows, in the same tab or in another.
 *
 * @param position counted from 1
 */
export function onFollow(results: HTMLElement, followed: (article: string, position: number) => void): void {
  const listener = ({ target, button }: MouseEvent) => {
    const { article, position } = (target as Element).closest('a')?.dataset ?? {};
    // The right mouse button opens a menu and does not follow the link.
    if (article !== undefined && button < 2) followed(article, Number(position));
  };
  results.addEventListener('click', listener);
  results.addEventListener('auxclick', listener);
}
