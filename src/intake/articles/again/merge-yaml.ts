import { isMap, parseDocument } from 'yaml';
import { type Data, isData } from '#kb/values/data.ts';

export interface MergedYaml {
  text: string;
  /** Keys that both sides changed, such as `sections.care.title.en`; ours stay. */
  conflicts: string[];
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Our list, with what the source removed from it and added to it since. */
function mergeLists(base: readonly unknown[], ours: readonly unknown[], theirs: readonly unknown[]): unknown[] {
  const has = (list: readonly unknown[], item: unknown) => list.some((one) => same(one, item));
  const kept = ours.filter((item) => has(theirs, item) || !has(base, item));
  return [...kept, ...theirs.filter((item) => !has(base, item) && !has(ours, item))];
}

function dataOf(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  const document = parseDocument(text, { logLevel: 'silent' });
  return document.errors.length > 0 ? undefined : document.toJS();
}

/**
 * Merges what the source changed into our YAML, key by key; our comments and our order stay.
 *
 * @param base what the source said at the last import, `undefined` if it was never imported: then only what we lack is
 *   added
 * @returns nothing if one of the texts can't be read as a map
 */
export function mergeYaml(base: string | undefined, ours: string, theirs: string): MergedYaml | undefined {
  const document = parseDocument(ours, { logLevel: 'silent' });
  const [was, is, wanted] = [dataOf(base), document.errors.length > 0 ? undefined : document.toJS(), dataOf(theirs)];
  if (!(isData(is) || (is === null && ours.trim() === '')) || !isData(wanted)) return undefined;
  if (base !== undefined && !isData(was)) return undefined;
  const conflicts: string[] = [];
  const set = (path: string[], value: unknown) => {
    document.setIn(path, document.createNode(value));
  };
  const walk = (path: string[], before: Data | undefined, own: Data, next: Data) => {
    for (const key of new Set([...Object.keys(before ?? {}), ...Object.keys(next)])) {
      const [b, o, t] = [before?.[key], own[key], next[key]];
      const here = [...path, key];
      if (same(b, t) || same(o, t)) continue;
      if (o === undefined && b === undefined) set(here, t);
      else if (t === undefined && same(o, b)) document.deleteIn(here);
      else if (isData(o) && isData(t)) walk(here, isData(b) ? b : before && {}, o, t);
      else if (Array.isArray(o) && Array.isArray(t)) {
        const merged = mergeLists(Array.isArray(b) ? b : [], o, t);
        if (!same(merged, o)) set(here, merged);
      } else if (before !== undefined && same(o, b)) set(here, t);
      else if (before !== undefined) conflicts.push(here.join('.'));
    }
  };
  walk([], isData(was) ? was : undefined, isData(is) ? is : {}, wanted);
  // A map that was empty is written on one line, which is hard to read once something is added.
  if (isMap(document.contents)) document.contents.flow = false;
  const text = document.toString({ lineWidth: 0 });
  return { text: same(document.toJS(), is) ? ours : text, conflicts };
}
