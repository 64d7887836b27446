/** A page that shows what a frame of another host shows. */
export interface EmbeddedPage {
  url: string;
  /** The text of its link if the frame has no title: the host and what it shows. */
  name: string;
}

function youTube({ pathname, searchParams }: URL): string | undefined {
  const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
  const list = searchParams.get('list');
  if (last === 'videoseries' && list) return `https://www.youtube.com/playlist?list=${list}`;
  const id = searchParams.get('v') ?? last;
  return id ? `https://www.youtube.com/watch?v=${id}` : undefined;
}

/** Hosts whose frames have a page with another address; `page` gives it. */
const HOSTS: { host: RegExp; name: string; page(url: URL): string | undefined }[] = [
  { host: /^(?:m\.)?youtube(?:-nocookie)?\.com$|^youtu\.be$/, name: 'YouTube video', page: youTube },
  {
    host: /^(?:player\.)?vimeo\.com$/,
    name: 'Vimeo video',
    page: ({ pathname }) => {
      const id = pathname.split('/').filter(Boolean).at(-1) ?? '';
      return /^\d+$/.test(id) ? `https://vimeo.com/${id}` : undefined;
    },
  },
  {
    host: /^loom\.com$/,
    name: 'Loom video',
    page: ({ origin, pathname }) => origin + pathname.replace(/^\/embed\//, '/share/'),
  },
  { host: /(?:^|\.)wistia\.(?:net|com)$/, name: 'Wistia video', page: ({ origin, pathname }) => origin + pathname },
  {
    host: /^dailymotion\.com$/,
    name: 'Dailymotion video',
    page: ({ origin, pathname }) => origin + pathname.replace(/^\/embed\//, '/'),
  },
  { host: /^(?:play|share)\.vidyard\.com$/, name: 'Vidyard video', page: ({ href }) => href },
  {
    host: /^docs\.google\.com$/,
    name: 'Google document',
    page: ({ origin, pathname }) => origin + pathname.replace(/\/(?:pub)?embed$/, '/pub'),
  },
  { host: /^figma\.com$/, name: 'Figma file', page: ({ href, searchParams }) => searchParams.get('url') ?? href },
  {
    host: /^codepen\.io$/,
    name: 'CodePen',
    page: ({ origin, pathname }) => origin + pathname.replace('/embed/', '/pen/'),
  },
  {
    host: /^codesandbox\.io$/,
    name: 'CodeSandbox',
    page: ({ origin, pathname }) => origin + pathname.replace(/^\/embed\//, '/s/'),
  },
  {
    host: /^airtable\.com$/,
    name: 'Airtable',
    page: ({ origin, pathname }) => origin + pathname.replace(/^\/embed\//, '/'),
  },
  {
    host: /^scribehow\.com$/,
    name: 'Scribe',
    page: ({ origin, pathname }) => origin + pathname.replace(/^\/embed\//, '/shared/'),
  },
  {
    host: /^app\.supademo\.com$/,
    name: 'Supademo',
    page: ({ origin, pathname }) => origin + pathname.replace(/^\/embed\//, '/demo/'),
  },
  {
    host: /^miro\.com$/,
    name: 'Miro board',
    page: ({ origin, pathname }) => origin + pathname.replace('/live-embed/', '/board/'),
  },
  {
    host: /^open\.spotify\.com$/,
    name: 'Spotify',
    page: ({ origin, pathname }) => origin + pathname.replace(/^\/embed\//, '/'),
  },
];

/** Finds the page for the address of a frame; nothing for addresses that aren't on another host. */
export function embeddedPage(src: string): EmbeddedPage | undefined {
  const address = src.trim().startsWith('//') ? `https:${src.trim()}` : src.trim();
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const host = url.hostname.replace(/^www\./, '');
  const known = HOSTS.find((one) => one.host.test(host));
  const page = known?.page(url);
  return known && page ? { url: page, name: known.name } : { url: address, name: host };
}

/** Whether a frame shows a video, by its host. */
export function isVideoHost(src: string): boolean {
  return /video$/.test(embeddedPage(src)?.name ?? '');
}
