const NAMES = `a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote
body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em
embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe
image img input ins kbd label legend li link main map mark marquee menu menuitem meta meter nav nobr noembed noframes
noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search
section select slot small source span strike strong style sub summary sup table tbody td template textarea tfoot th thead
time title tr track tt u ul var video wbr xmp svg math`;

const HTML_NAMES = new Set(NAMES.split(/\s+/));

/** Elements that writers often forget to close; any other unclosed name is a word in angle brackets. */
const CARELESS = new Set(
  'a b big br center code div em font hr i img li p s small span strong sub sup td th tr tt u wbr'.split(' '),
);

const VOID = new Set(
  'area base basefont bgsound br col embed frame hr img input link meta param source track wbr'.split(' '),
);

/** Whether an element of this name is void: without content and end tag. */
export function isVoid(name: string): boolean {
  return VOID.has(name.toLowerCase());
}

/** Whether HTML has or had an element of this name (any case). */
export function isHtmlName(name: string): boolean {
  return HTML_NAMES.has(name.toLowerCase());
}

/** Whether `<name>` in a sentence, without attributes and never closed, is a placeholder, not markup. */
export function isWordWhenUnclosed(name: string): boolean {
  return !CARELESS.has(name.toLowerCase());
}
