import { normalizePath, type Plugin } from 'vite';
import { digest } from '#kb/values/digest.ts';

/**
 * Names the scopes of the company's own styles after the path of their component below a folder. Astro names them after
 * the absolute path, so each build, which works on a copy, would give other bytes.
 *
 * @param root the folder that contains the content and the themes, absolute
 */
export function stableScopes(root: string): Plugin[] {
  const folder = `${normalizePath(root)}/`;
  const rename = (code: string, id: string): string | undefined => {
    const path = normalizePath(id).split('?')[0] ?? '';
    if (!path.startsWith(folder) || !path.endsWith('.astro')) return undefined;
    const scope = digest(path.slice(folder.length)).slice(0, 8);
    return code.replace(/\bdata-astro-cid-\w{8}\b/g, `data-astro-cid-${scope}`);
  };
  const isStyle = (id: string) => /[?&]type=style\b/.test(id);
  const renamed = (code: string | undefined) => (code === undefined ? undefined : { code, map: null });
  return [
    {
      name: 'ohje-stable-scopes-of-styles',
      enforce: 'pre',
      // Before Vite takes the style out of the module.
      transform: (code, id) => (isStyle(id) ? renamed(rename(code, id)) : undefined),
    },
    {
      name: 'ohje-stable-scopes',
      enforce: 'post',
      transform: (code, id) => (isStyle(id) ? undefined : renamed(rename(code, id))),
    },
  ];
}
