import { calloutType } from '../tree/callout-types.ts';
import { turnAccordion, turnCallout, turnCard, turnFrame, turnGroup, turnUpdate, typeInName } from './boxes.ts';
import { turnField } from './fields.ts';
import { turnTree } from './file-tree.ts';
import type { Turn } from './found-component.ts';
import { turnBadge, turnCode, turnHighlight, turnLink, turnTooltip, turnTranslation } from './in-line.ts';
import { turnEmbedded, turnFile, turnFilm, turnPicture } from './media.ts';
import { turnStep, turnSteps } from './steps.ts';
import { turnHeadingTabs, turnTab, turnTabs } from './tabs.ts';

/** A component of other systems that has a meaning here. */
export interface KnownComponent {
  turn: Turn;
  /** Whether it is a block, which splits the line that it is in. */
  block: boolean;
}

const turnPageSetting: Turn = ({ name, attributes, report }) => {
  for (const [key] of attributes.unread()) attributes.use(key);
  report(`The component <${name}> is about the page, not its text, and was left out.`);
  return [];
};

// Names are written here without capitals, dots and hyphens.
const BLOCKS: [Turn, string][] = [
  [turnCallout, 'admonition aside callout alert notice banner message infobox box blockquotealert flash'],
  [
    turnCallout,
    `note info tip hint important warning caution danger check success error attention notebox infobox tipbox warningbox
    warningalert notealert infocallout warningcallout notecallout tipcallout`,
  ],
  [
    turnAccordion,
    `accordion accordionitem expandable collapsible collapse spoiler togglesection toggle dropdown details expander
    expansionpanel disclosure faqitem faqquestion question collapsiblesection`,
  ],
  [
    turnTabs,
    'tabs tabgroup codetabs tabbedcontent tabcontainer codegroup requestexample responseexample tabset codeblocks',
  ],
  [turnTab, 'tab tabitem tabpanel tabpane tabstab codetab tabstabpanel codegroupitem view'],
  [turnSteps, 'steps stepper steplist stepgroup'],
  [turnStep, 'step stepitem stepsstep'],
  [turnCard, 'card linkcard tile doccard featurecard cardscard guidecard linkitem quicklink hintcard'],
  [turnField, 'paramfield responsefield field param parameter property attribute prop apifield propertyfield'],
  [turnUpdate, 'update changelogentry changelogitem'],
  [turnFrame, 'frame browserframe screenshotframe browserwindow'],
  [turnHeadingTabs, 'paneltabset'],
  [turnTree, 'tree filetree'],
  [turnFile, 'file filedownload download attachment'],
  [turnGroup, 'codetitle'],
  [turnFilm, 'video videoplayer film player reactplayer videoembed'],
  [
    turnEmbedded,
    `youtube youtubeembed youtubevideo youtubeplayer liteyoutube liteyoutubeembed vimeo vimeoplayer loom loomvideo
    loomembed wistia wistiavideo wistiaplayer embed iframe embeddedpage codesandbox stackblitz`,
  ],
  [
    turnGroup,
    `group contentref embedgroup updates accordiongroup cardgroup cardgrid cards group columns column grid row col center fragment layout section block container
    wrapper div accordions expandablegroup panel tile-group faq properties content main article fields visibility`,
  ],
  [turnPageSetting, 'head seo nextseo toc doccardlist tableofcontents'],
];
const IN_LINE: [Turn, string][] = [
  [turnTranslation, 'translate'],
  [turnTooltip, 'tooltip term glossaryterm glossary definition popover abbr'],
  [turnBadge, 'badge tag label pill chip'],
  [turnLink, 'link a routerlink nuxtlink button linkbutton navlink anchor externallink cta linkto'],
  [turnHighlight, 'highlight'],
  [turnCode, 'codeblock code prismcode syntaxhighlighter terminal'],
  [
    turnPicture,
    'image img figure zoomimage themedimage screenshot picture lightbox imagezoom idealimage captionedimage',
  ],
];

function entriesOf(list: [Turn, string][], block: boolean): [string, KnownComponent][] {
  return list.flatMap(([turn, names]) =>
    names.split(/\s+/).map((name): [string, KnownComponent] => [name.replace(/[.-]/g, ''), { turn, block }]),
  );
}

const KNOWN = new Map([...entriesOf(IN_LINE, false), ...entriesOf(BLOCKS, true)]);

/** The meaning of a component, whatever its capitals: `TabItem`, `Tabs.Tab`, `tab-item`. */
export function knownComponent(name: string): KnownComponent | undefined {
  // Blocks that aren't written as components name more types of callouts.
  const isBlock = /^[^\p{L}]/u.test(name);
  if (isBlock && (calloutType(typeInName(name)) || name.startsWith('!!!'))) return { turn: turnCallout, block: true };
  return KNOWN.get(name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
}
