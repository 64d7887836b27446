/**
 * Reports which result a reader follows, in the same tab or in another.
 *
 * @param position counted from 1
 */
export function onFollow(results: HTMLElement, followed: (article: string, position: number) => void): void {
  const listener = ({ target, button }: MouseEvent) => {
    const { article, position } = (target as Element).closest('a')?.dataset ?? {};
    // Of the mouse buttons, the third one opens a menu and follows nothing.
    if (article !== undefined && button < 2) followed(article, Number(position));
  };
  results.addEventListener('click', listener);
  results.addEventListener('auxclick', listener);
}
