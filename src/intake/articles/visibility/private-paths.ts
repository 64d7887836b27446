import { readSourceDay } from './source-day.ts';
import type { Statement } from './visibility.ts';
import { saysLabel, strictest } from './visibility-words.ts';

/** Folders whose files are parts of pages, not pages, in one of the systems that use Markdown. */
const PARTS = new Set(
  `_includes _include includes _partials partials _snippets snippets _fragments fragments _shared _components _reusables
reusables _templates _layouts layouts archetypes _data _sass _plugins _macros macros`.split(/\s+/),
);

/** Whether a file is in a folder of parts that pages include, or named as such a part: `_includes/x.md`, `_x.mdx`. */
export function isPartPath(path: string): boolean {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  return (
    folders.some((folder) => PARTS.has(folder.toLowerCase())) ||
    /^_(?!_?index\.|sidebar\.|navbar\.|footer\.)/i.test(name)
  );
}

/** What a path says about who may see the file. */
export interface PathVisibility {
  statements: Statement[];
  /** `YYYY-MM-DD`. */
  publishOn?: string;
}

/**
 * What the path of a file says about who may see it: `_drafts/`, `internal/`, `guide.draft.md`, or a day to come.
 *
 * @param publishesUnderscores whether the source publishes folders whose names start with `_`, as Jekyll does
 * @param today `YYYY-MM-DD`
 */
export function readPathVisibility(path: string, publishesUnderscores: boolean, today: string): PathVisibility {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  const statements = folders.flatMap((folder): Statement[] => {
    const says = saysLabel(folder.replace(/^[_.]+/, ''));
    if (says) return [{ written: `${folder}/`, says }];
    return folder.startsWith('_') && !publishesUnderscores && !PARTS.has(folder.toLowerCase())
      ? [{ written: `${folder}/`, says: 'unclear' }]
      : [];
  });
  const parts = name.split('.').slice(1, -1).map(saysLabel);
  const said = strictest(parts.filter((one) => one !== undefined));
  if (said !== 'public') statements.push({ written: name, says: said });
  const day = /^\d{4}-\d{2}-\d{2}(?=[-_ ])/.exec(name)?.[0];
  const from = day && readSourceDay(day)?.from;
  if (!from || from <= today) return { statements };
  return { statements: [...statements, { written: name, says: 'public' }], publishOn: from };
}

/** What a marked title says: `[DRAFT] Lids`, `Internal: lids`, `Lids (internal only)`. */
export function readTitleVisibility(title: string): Statement[] {
  const bracketed = /^\s*[[(【]([^\])】]+)[\])】]|[[(【]([^\])】]+)[\])】]\s*$/u.exec(title);
  const prefixed = /^\s*([\p{L}\s]{3,25}?)\s*[:|–—-]\s/u.exec(title);
  const marks = [bracketed?.[1], bracketed?.[2], prefixed?.[1]].filter((mark) => mark !== undefined);
  const says = strictest(marks.map(saysLabel).filter((one) => one !== undefined));
  return says === 'public' ? [] : [{ written: title, says }];
}
