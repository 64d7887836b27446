import { describe, expect, it } from 'vitest';
import {
  type Announcement,
  AnnouncementFile,
  concernsLocale,
  currentAnnouncements,
  recentAnnouncements,
} from '#kb/content/announcement.ts';

const make = (id: string, more: Partial<Announcement> = {}): Announcement => ({
  id,
  severity: 'notice',
  from: '2026-11-12T08:00:00+02:00',
  sections: [],
  locales: [],
  title: id,
  text: id,
  ...more,
});
const shown = (all: Announcement[]) => currentAnnouncements(all, '2026-11-15').map(({ id }) => id);

describe('a site built on a day', () => {
  it('leaves out what was over before that day', () => {
    expect(shown([make('over', { until: '2026-11-13T20:00:00+02:00' }), make('open')])).toEqual(['open']);
  });

  it('keeps what ends or starts on that day, for the page to decide', () => {
    const ends = make('ends', { until: '2026-11-15T06:00:00+02:00' });
    const starts = make('starts', { from: '2026-11-15T23:59:00Z' });
    expect(shown([ends, starts]).sort()).toEqual(['ends', 'starts']);
  });

  it('leaves out what starts on a later day in UTC, because anyone can read its files', () => {
    expect(shown([make('later', { from: '2026-11-16T02:00:00+02:00' })])).toEqual([]);
  });

  it('shows problems first, then the newest', () => {
    const old = make('old', { from: '2026-11-01T08:00:00+02:00' });
    const problem = make('problem', { severity: 'problem', from: '2026-10-01T08:00:00+02:00' });
    expect(shown([old, make('new'), problem])).toEqual(['problem', 'new', 'old']);
  });
});

describe('what is over', () => {
  it('can be looked up for 30 days, the newest first', () => {
    const all = [
      make('open'),
      make('long-ago', { until: '2026-10-10T12:00:00Z' }),
      make('older', { from: '2026-10-20T08:00:00Z', until: '2026-10-21T08:00:00Z' }),
      make('newer', { from: '2026-11-01T08:00:00Z', until: '2026-11-02T08:00:00Z' }),
    ];
    expect(recentAnnouncements(all, '2026-11-15').map(({ id }) => id)).toEqual(['newer', 'older']);
  });
});

describe('an announcement', () => {
  it('concerns every language, or those it names', () => {
    expect(concernsLocale(make('all'), 'fa')).toBe(true);
    expect(concernsLocale(make('some', { locales: ['fi'] }), 'fi')).toBe(true);
    expect(concernsLocale(make('some', { locales: ['fi'] }), 'fa')).toBe(false);
  });
});

describe('an announcement file', () => {
  const file = { from: '2026-11-12T08:00:00+02:00', title: 'Slow payments', text: 'We are on it.' };
  const accepted = (more: object) => AnnouncementFile.safeParse({ ...file, ...more }).success;

  it.each([
    ['nothing more', {}, true],
    ['an end after its beginning', { until: '2026-11-12T09:00:00+02:00' }, true],
    ['an end before its beginning', { until: '2026-11-12T07:00:00+02:00' }, false],
    ['a time without its distance from UTC', { from: '2026-11-12T08:00:00' }, false],
    ['a problem that is over', { severity: 'resolved' }, true],
    ['an unknown severity', { severity: 'panic' }, false],
  ])('with %s', (_name, more, good) => {
    expect(accepted(more)).toBe(good);
  });
});
