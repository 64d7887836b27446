import type { Loss } from '../imported-site.ts';

/** What losses can be about, with what to do about them. */
export interface LossTopic {
  id: string;
  title: string;
  /** One or two sentences in the imperative. */
  todo: string;
}

const TOPICS: (LossTopic & { matches: (loss: Loss) => boolean })[] = [
  {
    id: 'visibility',
    title: 'Maybe private',
    todo: 'These aren\'t public yet. Decide who can see each article. To publish one, remove "confidence".',
    matches: ({ kind }) => kind === 'visibility',
  },
  {
    id: 'private',
    title: 'Kept private',
    todo: 'The source hides these. There is nothing to do, unless customers should see them.',
    matches: ({ kind }) => kind === 'private',
  },
  {
    id: 'files',
    title: 'Files that were not imported',
    todo: 'Save files in another encoding as UTF-8, and add files that are missing. Then import again.',
    matches: ({ what }) =>
      !/^The link/.test(what) &&
      /wasn't imported|isn't UTF-8|has a title but no text|should be included|has no part|includes itself|is a program|gave only|ended after|can't be read\.$|isn't known/.test(
        what,
      ),
  },
  {
    id: 'pictures',
    title: 'Pictures and icons',
    todo: 'Put missing pictures into the folder and import again. Save pictures of other sites next to the article.',
    matches: ({ what }) => /^(?:The|An) (?:image|picture|icon|drawing)\b/i.test(what),
  },
  {
    id: 'links',
    title: 'Links',
    todo: 'Look at each place. Link to the article that answers the same question, or leave the text.',
    matches: ({ what }) => /^The (?:link|address of a link)\b|it's a link now/.test(what),
  },
  {
    id: 'embedded',
    title: 'Embedded pages, forms and scripts',
    todo: 'Check that the link or the text that is left says enough.',
    matches: ({ what }) => /embedded|can't be part of an article|^The formula/.test(what),
  },
  {
    id: 'components',
    title: 'Components and blocks of the old site',
    todo: 'Check that the content reads well without the box around it, or use a component of ours.',
    matches: ({ what }) => /^The (?:component|block)\b|^The value of|JSX|<[A-Z]\w*>/.test(what),
  },
  {
    id: 'code',
    title: 'Code and template tags of the old site',
    todo: 'Write into the article what readers saw in each place.',
    matches: ({ what }) => /template tag|expression|is code|are code|Hidden text/.test(what),
  },
  {
    id: 'addresses',
    title: 'Addresses and redirects',
    todo: 'Check the old addresses that many people use. Add them to "redirectFrom" of the right article.',
    matches: ({ what }) => /address|redirect|^The article became/.test(what),
  },
  {
    id: 'front-matter',
    title: 'Front matter',
    todo: 'Most keys say how the old site looked. Copy what readers need into the text.',
    matches: ({ what }) => /front matter|review date|property/i.test(what),
  },
  { id: 'other', title: 'Other', todo: 'Look at each place.', matches: () => true },
];

/** The losses of one topic. */
export interface TopicLosses extends LossTopic {
  losses: Loss[];
  /** How many files of the source they are in. */
  files: number;
}

/** Sorts losses into topics, in the order in which someone should look at them; topics without losses are left out. */
export function lossesByTopic(losses: readonly Loss[]): TopicLosses[] {
  const sorted = Map.groupBy(losses, (loss) => TOPICS.find(({ matches }) => matches(loss)));
  return TOPICS.flatMap((topic): TopicLosses[] => {
    const found = sorted.get(topic) ?? [];
    const { id, title, todo } = topic;
    return found.length === 0
      ? []
      : [{ id, title, todo, losses: found, files: new Set(found.map(({ path }) => path)).size }];
  });
}

/** The files of the source with the most losses that someone should look at, most first. */
export function worstFiles(losses: readonly Loss[], most: number): { path: string; places: number }[] {
  const open = losses.filter(({ kind }) => kind !== 'private');
  return [...Map.groupBy(open, ({ path }) => path)]
    .map(([path, found]) => ({ path, places: found.length }))
    .sort((a, b) => b.places - a.places)
    .slice(0, most);
}
