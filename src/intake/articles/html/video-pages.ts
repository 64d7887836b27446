/** A page that shows the video of an embedded player. */
export interface VideoPage {
  url: string;
  host: 'YouTube' | 'Vimeo';
}

/** Finds the page of a YouTube or Vimeo video from the address of its player; nothing for other addresses. */
export function videoPage(src: string): VideoPage | undefined {
  let url: URL;
  try {
    url = new URL(src, 'https://invalid.example');
  } catch {
    return undefined;
  }
  const host = url.hostname.replace(/^www\./, '');
  const last = url.pathname.split('/').filter(Boolean).at(-1) ?? '';
  if (/^(?:youtube(?:-nocookie)?\.com|youtu\.be)$/.test(host)) {
    const list = url.searchParams.get('list');
    if (last === 'videoseries' && list)
      return { url: `https://www.youtube.com/playlist?list=${list}`, host: 'YouTube' };
    const id = url.searchParams.get('v') ?? last;
    return id ? { url: `https://www.youtube.com/watch?v=${id}`, host: 'YouTube' } : undefined;
  }
  if (/^(?:player\.)?vimeo\.com$/.test(host) && /^\d+$/.test(last)) {
    return { url: `https://vimeo.com/${last}`, host: 'Vimeo' };
  }
  return undefined;
}
