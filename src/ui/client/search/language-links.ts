// The question can be in the address; it stays the reader's question in another language.
const follow = (event: Event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[hreflang]');
  if (link) link.search = location.search;
};
addEventListener('click', follow);
addEventListener('auxclick', follow);
