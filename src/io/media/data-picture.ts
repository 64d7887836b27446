import { BrokenPicture, withoutMetadata } from './picture-metadata.ts';

/** A picture that is written out as an address (`data:image/png;base64,…`), without its metadata; `undefined` for others. */
export function cleanDataPicture(address: string): string | undefined {
  const parts = /^data:(?<type>image\/(?:png|jpeg|jpg|gif|webp));base64,(?<text>[A-Za-z0-9+/=\s]*)$/i.exec(
    address.trim(),
  );
  const { type = '', text = '' } = parts?.groups ?? {};
  if (!parts) return undefined;
  const kind = type.toLowerCase().replace('jpg', 'jpeg');
  try {
    return `data:${kind};base64,${withoutMetadata(Buffer.from(text, 'base64'), kind).toString('base64')}`;
  } catch (error) {
    if (error instanceof BrokenPicture) return undefined;
    throw error;
  }
}
