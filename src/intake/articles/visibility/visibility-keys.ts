import {
  ARCHIVES,
  FILLERS,
  GROUPS,
  HIDES,
  HIDING_KEYS,
  LIMITS,
  NEGATIONS,
  PARTS,
  PLACES,
  PLATFORMS,
  READER_KEYS,
  READERS,
  type Says,
  SHOWS,
  STATE_FILLERS,
  STATE_SHOWS,
  STATES,
  saysState,
  strictest,
  wordsOf,
} from './visibility-words.ts';

const YES = new Set(['true', 'yes', 'on', '1', 'y', 't', 'x']);
const NO = new Set(['false', 'no', 'off', '0', 'n', 'f', 'null', 'none', '~']);
const KNOWN = [FILLERS, GROUPS, READERS, PLACES, HIDES, ARCHIVES, SHOWS, NEGATIONS];

type Answer = 'yes' | 'no' | 'nothing' | 'other';

function answerOf(value: string): Answer {
  const said = value.trim().toLowerCase();
  if (said === '') return 'nothing';
  if (YES.has(said)) return 'yes';
  return NO.has(said) ? 'no' : 'other';
}

/** `hide: [navigation, toc]` and `hide_title` are about parts of the page; `toc_hide` keeps the page out of a list. */
function isAboutParts(words: readonly string[], value: string): boolean {
  const [first = '', second = ''] = words;
  if (words.length === 2 && HIDES.has(first) && PARTS.has(second) && !/^(?:exclude|ignore|skip|omit)/.test(first))
    return true;
  // `show_toc` is about a part of the page, `show_in_toc` about the page.
  if (/^(?:show|display)$/.test(first) && words.length > 1 && words.slice(1).every((word) => PARTS.has(word)))
    return true;
  const values = wordsOf(value);
  return words.length === 1 && HIDES.has(first) && values.length > 0 && values.every((one) => PARTS.has(one));
}

/** Keys that are answered with yes or no, in any combination of the known words: `isDraft`, `hide_from_search`. */
function saysFlag(words: readonly string[], value: string): Says | undefined {
  if (!words.every((word) => KNOWN.some((set) => set.has(word)))) return undefined;
  if (isAboutParts(words, value)) return undefined;
  const has = (set: ReadonlySet<string>) => words.some((word) => set.has(word));
  const answer = answerOf(value);
  const group = has(GROUPS);
  const hides =
    has(HIDES) || has(ARCHIVES) || (has(NEGATIONS) && (has(SHOWS) || has(PLACES))) || (group && words.includes('only'));
  if (hides) {
    if (answer === 'no' || answer === 'nothing') return 'public';
    if (answer === 'other') {
      const state = saysState(value);
      return state === 'public' ? 'unclear' : state;
    }
    if (has(ARCHIVES)) return 'archived';
    return group || words.includes('internal') || words.includes('private') ? 'internal' : 'hidden';
  }
  if (group && answer === 'yes') return 'internal';
  if (group && wordsOf(value).join('') === 'required') return 'internal';
  if (!has(SHOWS) && !(words.includes('in') && has(PLACES))) return undefined;
  if (answer === 'yes') return 'public';
  if (answer === 'no') return 'hidden';
  if (answer === 'nothing') return undefined;
  if (has(STATE_SHOWS)) return saysState(value);
  // `search: {…}`, `index: 3` and `list: a, b` are settings of something else.
  return /^(?:never|noindex)$/i.test(value.trim()) ? 'hidden' : undefined;
}

function saysWholeKey(words: readonly string[], values: readonly string[]): Says | undefined {
  const whole = words.join('');
  const answer = answerOf(values.join(' '));
  if (HIDING_KEYS.has(whole) && answer === 'yes') return 'hidden';
  if (READER_KEYS.has(whole)) return answer === 'nothing' ? undefined : strictest(values.map(saysState));
  if (/^(?:robots|googlebot)$/.test(words.at(-1) ?? '') && /\b(?:none|noindex)\b/i.test(values.join(' ')))
    return 'hidden';
  // GitBook shows a page to the visitors that a condition fits.
  if (whole === 'if') return answer === 'nothing' ? undefined : 'unclear';
  const [first = '', last = ''] = words;
  const isOnly =
    words.length === 2 && last === 'only' && !PLATFORMS.has(first) && !GROUPS.has(first) && !HIDES.has(first);
  return isOnly && answer === 'yes' ? 'unclear' : undefined;
}

function saysStateOrLimit(words: readonly string[], values: readonly string[]): Says | undefined {
  const significant = words.filter((word) => !FILLERS.has(word));
  const limits = significant.some((word) => LIMITS.has(word));
  if (!limits && !significant.some((word) => STATES.has(word))) return undefined;
  const known = [STATES, LIMITS, STATE_FILLERS, READERS, SHOWS];
  if (!significant.every((word) => known.some((set) => set.has(word)))) return undefined;
  const said = values.map((value): Says => {
    const answer = answerOf(value);
    if (answer === 'nothing') return 'public';
    if (answer === 'no') return limits ? 'public' : 'unclear';
    if (limits) return saysState(value) === 'public' && answer === 'other' ? 'public' : 'internal';
    return answer === 'yes' ? 'unclear' : saysState(value);
  });
  return strictest(said);
}

/**
 * What one entry of front matter or of an export says about who may see the page; nothing if it's about something else.
 *
 * @param key its name with the names above it: `seo.noindex`
 * @param values its value as text, or the values of a list
 */
export function saysVisibility(key: string, values: readonly string[]): Says | undefined {
  const words = wordsOf(key);
  return saysWholeKey(words, values) ?? saysFlag(words, values.join(' ')) ?? saysStateOrLimit(words, values);
}
