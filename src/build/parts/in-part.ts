/**
 * Which files of a site are in a part with some of its languages: what is below the folders of these languages, and
 * everything that isn't below the folder of a language. That is the same in each part.
 *
 * @param all the languages of the site
 * @param chosen those of the part
 */
export function inPart(all: readonly string[], chosen: readonly string[]): (path: string) => boolean {
  const others = new Set(all.filter((tag) => !chosen.includes(tag)));
  return (path) => !others.has(path.slice(0, Math.max(0, path.indexOf('/'))));
}
