// What a page shows may stand in its address; in another language it is still what the reader asks for.
const follow = (event: Event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[hreflang]');
  if (link) link.search = location.search;
};
addEventListener('click', follow);
addEventListener('auxclick', follow);
