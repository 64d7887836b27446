import { Parser } from 'htmlparser2';
import type { DeskArticle, DeskContent } from './desk.ts';
import { deskAddresses } from './desk-addresses.ts';

/** A picture or file that articles need, to be downloaded. */
export interface WantedFile {
  /** Its whole address without a fragment, as {@link deskLinks} looks it up. */
  address: string;
  /** Whether it is on the old site, whatever host that has today. */
  isOwn: boolean;
  /** The name that the desk gives it; its address may have none. */
  name: string | undefined;
  isPicture: boolean;
}

/** Paths of uploads at the desks. */
const UPLOAD = /\/(?:article_attachments|attachments|attachment|blobs|uploads?|downloads?|files?)\//i;
/** Hosts on which desks keep uploads. */
const UPLOAD_HOST =
  /(?:^|\.)(?:intercomcdn\.(?:com|eu)|intercom-attachments[\w-]*\.com|amazonaws\.com|cloudfront\.net|helpscout\.(?:com|net)|zdusercontent\.com|zdassets\.com|freshdesk\.com|freshworks\.com)$/i;
const FILE_NAME =
  /\.(?:pdf|zip|docx?|xlsx?|pptx?|od[tsp]|rtf|epub|csv|txt|ics|mp3|mp4|mov|webm|png|jpe?g|gif|webp|svg)$/i;

/** Every picture in the articles, and every upload that they link to or list. */
export function wantedFiles({ articles }: DeskContent): WantedFile[] {
  const addresses = deskAddresses(articles);
  const found = new Map<string, WantedFile>();
  for (const article of articles) {
    const want = (url: string, isPicture: boolean, name?: string) => {
      const address = addresses.whole(article, url);
      if (!address) return;
      address.hash = '';
      const isOwn = addresses.isOwn(address);
      const isUpload = (isOwn && UPLOAD.test(address.pathname)) || UPLOAD_HOST.test(address.hostname);
      const isFile = name !== undefined || (isUpload && (isOwn || FILE_NAME.test(address.pathname)));
      const isOwnFile = isOwn && FILE_NAME.test(address.pathname);
      if (!isPicture && !isFile && !isOwnFile) return;
      const known = found.get(address.href);
      found.set(address.href, {
        address: address.href,
        isOwn,
        name: name ?? known?.name,
        isPicture: isPicture || (known?.isPicture ?? false),
      });
    };
    for (const { url, isPicture } of addressesIn(article)) want(url, isPicture);
    for (const { url, name, inline } of article.files) if (!inline || found.has(url)) want(url, false, name);
  }
  return [...found.values()];
}

function addressesIn({ body }: DeskArticle): { url: string; isPicture: boolean }[] {
  const found: { url: string; isPicture: boolean }[] = [];
  const text = 'html' in body ? body.html : body.markdown;
  const parser = new Parser({
    onopentag(name, { src, href, poster }) {
      if (name === 'img' && src) found.push({ url: src, isPicture: true });
      else if ((name === 'source' || name === 'video' || name === 'audio') && src)
        found.push({ url: src, isPicture: false });
      else if (name === 'a' && href) found.push({ url: href, isPicture: false });
      if (name === 'video' && poster) found.push({ url: poster, isPicture: true });
    },
  });
  parser.end(text);
  if ('html' in body) return found;
  for (const [, mark, url = ''] of text.matchAll(/(!?)\[[^\]\n]*\]\(\s*<?([^\s)>]+)/g))
    found.push({ url, isPicture: mark === '!' });
  for (const [, url = ''] of text.matchAll(/^\s{0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)/gm))
    found.push({ url, isPicture: true });
  return found;
}
