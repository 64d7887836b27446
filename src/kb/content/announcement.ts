import { z } from 'zod';
import { LocalText } from '../values/local-text.ts';

const moment = z.iso.datetime({
  offset: true,
  error: 'Write a date and time with the UTC offset, such as 2026-12-07T09:00:00+02:00.',
});

/** `content/announcements/<name>.yaml`: a planned interruption or a known problem. */
export const AnnouncementFile = z
  .strictObject({
    severity: z
      .enum(['notice', 'problem', 'resolved'])
      .default('notice')
      .describe('notice for planned work, problem for a fault, resolved for a fault that is fixed.'),
    from: moment.describe('When it first appears, such as 2026-12-07T09:00:00+02:00.'),
    until: moment.optional().describe('When it stops appearing; leave it out if that is not known yet.'),
    sections: z
      .array(z.string())
      .default([])
      .describe('The sections that show it in addition to the home page, as a list.'),
    locales: z
      .array(z.string())
      .default([])
      .describe('The languages whose readers it concerns, as a list; leave it out for all.'),
    title: LocalText.describe('What is happening, in a few words, once or per language.'),
    text: LocalText.describe('What it means for customers and what they can do, once or per language.'),
  })
  .refine(({ from, until }) => until === undefined || Date.parse(until) > Date.parse(from), {
    path: ['until'],
    message: 'Write a time later than "from".',
  });

export interface Announcement extends z.infer<typeof AnnouncementFile> {
  /** The name of its file. */
  id: string;
}

const MS_PER_DAY = 86_400_000;
// How long customers can look up what was wrong.
const RECENT_DAYS = 30;

/** Problems first, then the newest. */
function byWeight(a: Announcement, b: Announcement): number {
  const order = ({ severity, from, id }: Announcement) =>
    `${severity === 'problem' ? 0 : 1}${9e15 - Date.parse(from)}${id}`;
  return order(a) < order(b) ? -1 : 1;
}

/** The moment a day starts in the first time zone on earth. */
function dayStart(today: string): number {
  return Date.parse(`${today}T00:00:00Z`) - MS_PER_DAY / 2;
}

/** Whether it appears on a day in UTC or earlier. Nothing later is published: anyone can read the files of a site. */
function hasAppeared({ from }: Announcement, today: string): boolean {
  return Date.parse(from) < Date.parse(`${today}T24:00:00Z`);
}

/**
 * What a site built on that day still shows: problems first, then the newest.
 *
 * @param today `YYYY-MM-DD`; an announcement that ended before that day is over everywhere on earth, and one that
 * starts after that day is left out
 */
export function currentAnnouncements(all: readonly Announcement[], today: string): Announcement[] {
  return all
    .filter((one) => hasAppeared(one, today) && (one.until === undefined || Date.parse(one.until) >= dayStart(today)))
    .sort(byWeight);
}

/** What ended in the 30 days before a day, newest first. */
export function recentAnnouncements(all: readonly Announcement[], today: string): Announcement[] {
  const start = dayStart(today);
  const ended = ({ until }: Announcement) => (until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until));
  return all
    .filter((one) => ended(one) < start && ended(one) >= start - RECENT_DAYS * MS_PER_DAY)
    .sort((a, b) => Date.parse(b.from) - Date.parse(a.from) || (a.id < b.id ? -1 : 1));
}

/** Whether it concerns readers of a language. */
export function concernsLocale({ locales }: Announcement, locale: string): boolean {
  return locales.length === 0 || locales.includes(locale);
}
