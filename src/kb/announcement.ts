import { z } from 'zod';
import { LocalText } from './site.ts';

const moment = z.iso.datetime({
  offset: true,
  error: 'Write a day and time with its distance from UTC, such as 2026-12-07T09:00:00+02:00.',
});

/** `content/announcements/<name>.yaml`: a planned interruption or a known problem. */
export const AnnouncementFile = z
  .strictObject({
    severity: z
      .enum(['notice', 'problem'])
      .default('notice')
      .describe('notice for something planned, problem for a fault.'),
    from: moment.describe('When it is first shown, such as 2026-12-07T09:00:00+02:00.'),
    until: moment.optional().describe('When it is last shown; left out while that is open.'),
    sections: z.array(z.string()).default([]).describe('Sections it is shown in, besides the home page, as a list.'),
    title: LocalText.describe('What is going on, in a few words, once or per language.'),
    text: LocalText.describe('What it means for customers and what to do, once or per language.'),
  })
  .refine(({ from, until }) => until === undefined || Date.parse(until) > Date.parse(from), {
    path: ['until'],
    message: 'Write a time after "from".',
  });

export interface Announcement extends z.infer<typeof AnnouncementFile> {
  /** The name of its file. */
  id: string;
}

/**
 * What is still worth showing in a site built on a day, problems first and then the newest.
 *
 * @param today `YYYY-MM-DD`; an announcement that ended before that day is over everywhere on earth
 */
export function currentAnnouncements(all: readonly Announcement[], today: string): Announcement[] {
  const order = ({ severity, from, id }: Announcement) =>
    `${severity === 'problem' ? 0 : 1}${9e15 - Date.parse(from)}${id}`;
  return all
    .filter(
      ({ until }) => until === undefined || Date.parse(until) >= Date.parse(`${today}T00:00:00Z`) - 12 * 3_600_000,
    )
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
