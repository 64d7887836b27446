import type { HostRequest } from './host.ts';

/** The folder that is uploaded. A site below a path is in a folder of that path there. */
export const UPLOAD = 'public';

/**
 * Shell commands that make the folder to upload from the built site: `_headers`, `_redirects`, `robots.txt` and the 404
 * page are at its root, where hosts look for them.
 */
export function uploadCommands({ site: { base }, out }: HostRequest): string[] {
  const inside = `${UPLOAD}${base}`;
  return [
    `rm -rf ${UPLOAD}`,
    `mkdir -p ${inside}`,
    `cp -R ${out}/. ${inside}`,
    `touch ${inside}_redirects`,
    ...(base === '/'
      ? []
      : [
          `mv ${inside}_headers ${inside}_redirects ${UPLOAD}/`,
          `cp ${inside}404.html ${inside}robots.txt ${UPLOAD}/`,
          `echo "/ ${base} 302" >> ${UPLOAD}/_redirects`,
        ]),
  ];
}
