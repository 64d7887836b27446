import { Parser } from 'htmlparser2';

// Text on both sides of one of these is two words.
const blocks =
  /^(?:p|li|ul|ol|dl|dt|dd|td|th|tr|div|section|blockquote|pre|summary|details|figure|figcaption|aside|br|hr|h[1-6])$/;

/** The text of HTML, in one line. */
export function htmlText(html: string): string {
  let text = '';
  const cut = (name: string) => {
    if (blocks.test(name)) text += ' ';
  };
  const parser = new Parser({
    onopentagname: cut,
    ontext(data) {
      text += data;
    },
    onclosetag: cut,
  });
  parser.end(html);
  return oneLine(text);
}

/** A list of steps in an article. */
export interface StepList {
  /** The heading or the label of the tab above it, if there is one. */
  label?: string | undefined;
  /** The text of each step. */
  steps: string[];
}

/** The lists of `<Steps>` in the HTML of an article. */
export function stepLists(html: string): StepList[] {
  const lists: StepList[] = [];
  /** The elements that are open now, from the list of steps inwards. */
  const open: string[] = [];
  let label: string | undefined;
  /** The element of the label that is read now. */
  let labelled: string | undefined;
  let text = '';
  const parser = new Parser({
    onopentag(name, attributes) {
      if (open.length > 0 || attributes['data-part'] === 'steps') {
        if (open.length === 0) lists.push({ label, steps: [] });
        open.push(name);
        if (open.join(' ') === 'div ol li') text = '';
        if (blocks.test(name)) text += ' ';
      } else if (/^h[2-6]$/.test(name) || attributes.class === 'tab-label') {
        labelled = name;
        text = '';
      }
    },
    ontext(data) {
      text += data;
    },
    onclosetag(name) {
      if (open.length > 0) {
        if (open.join(' ') === 'div ol li') lists.at(-1)?.steps.push(oneLine(text));
        if (blocks.test(name)) text += ' ';
        open.pop();
      } else if (name === labelled) {
        label = oneLine(text);
        labelled = undefined;
      }
    },
  });
  parser.end(html);
  return lists.filter(({ steps }) => steps.length > 0);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
