import { isNode, isSeq, parseDocument } from 'yaml';
import { addToYamlList } from './add-to-yaml-list.ts';

const block = /^\uFEFF?---[^\n]*\n(?<yaml>[\s\S]*?)^---[ \t]*\r?$/dm;

/** Changes the front matter of an article. The rest of its text stays as it is. */
export function editFrontMatter(source: string, edit: (yaml: string) => string): string {
  const [start, end] = block.exec(source)?.indices?.groups?.yaml ?? [0, 0];
  return start === 0 ? source : source.slice(0, start) + edit(source.slice(start, end)) + source.slice(end);
}

/** Adds texts to a list of the front matter and removes others, in as few bytes as possible. */
export function editYamlList(yaml: string, key: string, add: readonly string[], remove: readonly string[]): string {
  const list = parseDocument(yaml).get(key);
  const old = isSeq(list) ? list.items.map((item) => String(isNode(item) ? item.toJSON() : item)) : [];
  const kept = old.filter((one) => !remove.includes(one));
  const fresh = add.filter((one) => !kept.includes(one));
  if (fresh.length === 0 && kept.length === old.length) return yaml;
  if (kept.length > 0 && kept.length === old.length)
    return fresh.reduce((text, one) => addToYamlList(text, key, one), yaml);
  const written = `[${[...kept, ...fresh].join(', ')}]`;
  if (isSeq(list) && list.range) {
    const [start, end] = list.range;
    return `${yaml.slice(0, start)}${written}${yaml.slice(end - (/\s*$/.exec(yaml.slice(start, end))?.[0].length ?? 0))}`;
  }
  // The key without a value.
  const bare = new RegExp(`^${key}:[ \\t]*(#|(?=\\r?$))`, 'm');
  if (bare.test(yaml)) return yaml.replace(bare, (_, comment: string) => `${key}: ${written}${comment && ' #'}`);
  const newline = yaml.includes('\r\n') ? '\r\n' : '\n';
  return `${yaml}${key}: ${written}${newline}`;
}
