const FACE = /@font-face\s*\{[^}]*url\([^}]*\}/g;
const ADDRESS = /url\((["']?)([^)"']+\.(woff2?|ttf|otf))(?:[?#][^)"']*)?\1\)/g;

/**
 * The fonts of a bundle in one style sheet, with their bytes in it. Firefox reads no font from a file beside the page, but
 * any style sheet.
 */
export interface OfflineFonts {
  /** Takes the fonts out of the styles of a page, and names the style sheet instead. */
  takeFrom(html: string): string;
  /** @param read gives the bytes of a file by its address in the styles; nothing for one that isn't there */
  styleSheet(read: (address: string) => Uint8Array | undefined): string;
}

/** @param address of the style sheet on the site */
export function offlineFonts(address: string): OfflineFonts {
  const faces = new Set<string>();
  return {
    takeFrom(html) {
      let found = false;
      const rest = html.replace(/<style\b[^>]*>[\s\S]*?<\/style>/g, (style) =>
        style.replace(FACE, (face) => {
          faces.add(face);
          found = true;
          return '';
        }),
      );
      return found ? rest.replace('</head>', `<link rel="stylesheet" href="${address}"></head>`) : html;
    },
    styleSheet: (read) => [...faces].map((face) => `${withBytes(face, read)}\n`).join(''),
  };
}

function withBytes(face: string, read: (address: string) => Uint8Array | undefined): string {
  return face.replace(ADDRESS, (whole, _quote, address: string, kind: string) => {
    const bytes = read(address);
    return bytes === undefined ? whole : `url(data:font/${kind};base64,${Buffer.from(bytes).toString('base64')})`;
  });
}
