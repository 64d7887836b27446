import type { ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { isPicture } from './boxes.ts';
import type { Turn } from './found-component.ts';

function firstPicture(value: unknown): string | undefined {
  if (typeof value === 'string') return isPicture(value) ? value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.values(value)
    .map(firstPicture)
    .find((found) => found);
}

/** `<Image src="…" alt="…" caption="…" />`, `<ThemedImage sources={{ light: … }} />` */
export const turnPicture: Turn = ({ attributes, children, inLine, name }) => {
  const [key, other] = attributes.unread().find(([, value]) => firstPicture(value) !== undefined) ?? [];
  if (key !== undefined) attributes.use(key);
  const src = attributes.text('src', 'source', 'image', 'img', 'url', 'href', 'path', 'light') ?? firstPicture(other);
  if (!src) return children;
  const alt = attributes.text('alt', 'label') ?? '';
  const caption = attributes.text('caption', 'title', 'description');
  const image = h('img', { src, alt, ...(inLine && caption && { title: caption }) });
  if (inLine) return [image, ...children];
  const isFigure = caption !== undefined || /figure/i.test(name);
  const figure = [h('figure', [image, ...(caption ? [h('figcaption', caption)] : [])])];
  return [...(isFigure ? figure : [h('p', [image])]), ...children];
};

/** `<Video src="…" />`, a film in a file. */
export const turnFilm: Turn = ({ attributes, children }) => {
  const src = attributes.text('src', 'url', 'source', 'href', 'file', 'path');
  if (!src) return children;
  const title = attributes.text('title', 'alt', 'label', 'caption', 'name');
  const isFile = /\.(?:mp4|webm|mov|m4v|ogv|ogg|mp3|wav|m4a)(?:[?#].*)?$/i.test(src);
  const poster = attributes.text('poster');
  const player: ElementContent = isFile ? h('video', { src, title, poster }) : h('iframe', { src, title });
  return [player, ...children];
};

/** The address of a player by the id of a film, for components named after the host. */
const PLAYERS: [host: RegExp, address: (id: string) => string][] = [
  [/youtube/i, (id) => `https://www.youtube.com/embed/${id}`],
  [/vimeo/i, (id) => `https://player.vimeo.com/video/${id}`],
  [/loom/i, (id) => `https://www.loom.com/embed/${id}`],
  [/wistia/i, (id) => `https://fast.wistia.net/embed/iframe/${id}`],
];

/** `<YouTube id="…" />`, `<Embed url="…" />`: the player of a host, or another page in a frame. */
export const turnEmbedded: Turn = (found) => {
  const { attributes, name, children } = found;
  const title = attributes.text('title', 'label', 'caption', 'alt');
  const address = attributes.text('url', 'src', 'href', 'link', 'source');
  const id = attributes.text('id', 'videoid', 'youtubeid', 'video', 'embedid', 'hashedid', 'code', 'mediaid');
  const player = PLAYERS.find(([host]) => host.test(name))?.[1];
  const src = address ?? (id && (/^https?:/.test(id) ? id : player?.(id)));
  return src ? [h('iframe', { src, title }), ...children] : children;
};

/** `<File src="form.pdf">The form</File>`: a link to a file, with its name if there is no other text. */
export const turnFile: Turn = ({ attributes, children, inLine }) => {
  const href = attributes.text('src', 'href', 'url', 'file', 'path');
  const name =
    attributes.text('title', 'label', 'caption', 'name') ?? href?.replace(/^.*\//, '').replace(/[?#].*$/, '') ?? '';
  const text = textOf({ type: 'root', children }).replace(/\s+/g, ' ').trim();
  const link: ElementContent = href ? h('a', { href }, text || name) : { type: 'text', value: text || name };
  return inLine ? [link] : [h('p', [link])];
};
