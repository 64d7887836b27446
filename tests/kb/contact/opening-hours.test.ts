import { describe, expect, it } from 'vitest';
import { type OpeningHours, openingState, weekLines } from '#kb/contact/opening-hours.ts';

const opening: OpeningHours = {
  timeZone: 'Europe/Helsinki',
  closed: ['2026-12-24', '2026-12-25'],
  hours: [
    { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '9:00', to: '17:00' },
    { days: ['sat'], from: '10:00', to: '14:00' },
  ],
};
/** The state as instants that can be read. */
const at = (now: string, differs: Partial<OpeningHours> = {}) => {
  const state = openingState({ ...opening, ...differs }, Date.parse(now));
  if (!state) return 'never';
  const instant = new Date(state.open ? state.until : state.from).toISOString().slice(0, 16);
  return state.open ? `open until ${instant}` : `closed until ${instant}`;
};

describe('whether someone answers', () => {
  it.each([
    ['in the middle of a day', '2026-11-16T10:00:00Z', 'open until 2026-11-16T15:00'],
    ['at the minute it opens', '2026-11-16T07:00:00Z', 'open until 2026-11-16T15:00'],
    ['at the minute it closes', '2026-11-16T15:00:00Z', 'closed until 2026-11-17T07:00'],
    ['on a Sunday', '2026-11-15T10:00:00Z', 'closed until 2026-11-16T07:00'],
    ['on a holiday, over the days after it', '2026-12-24T10:00:00Z', 'closed until 2026-12-26T08:00'],
    ['in summer time', '2026-07-01T10:00:00Z', 'open until 2026-07-01T14:00'],
    ['over the night clocks are put back', '2026-10-24T12:00:00Z', 'closed until 2026-10-26T07:00'],
    ['over the night clocks are put forward', '2026-03-28T13:00:00Z', 'closed until 2026-03-30T06:00'],
  ])('is known %s', (_name, now, state) => {
    expect(at(now)).toBe(state);
  });

  it('joins hours that touch, also over midnight', () => {
    const hours: OpeningHours['hours'] = [
      { days: ['mon'], from: '9:00', to: '12:00' },
      { days: ['mon'], from: '12:00', to: '24:00' },
      { days: ['tue'], from: '0:00', to: '2:00' },
    ];
    expect(at('2026-11-16T08:00:00Z', { hours })).toBe('open until 2026-11-17T00:00');
    expect(at('2026-11-16T23:00:00Z', { hours })).toBe('open until 2026-11-17T00:00');
  });

  it('is never if there are no hours', () => {
    expect(at('2026-11-16T08:00:00Z', { hours: [] })).toBe('never');
  });
});

describe('the hours of a week', () => {
  const week = (locale: string, zone: string, day = '2026-11-18') =>
    weekLines(opening, locale, day, zone).map(({ days, times }) => `${days} ${times}`);

  it('are shown in the company’s time zone, days with the same hours together', () => {
    expect(week('en-GB', 'Europe/Helsinki')).toEqual(['Monday–Friday 09:00–17:00', 'Saturday 10:00–14:00']);
    expect(week('fi', 'Europe/Helsinki')).toEqual(['maanantai–perjantai 9.00–17.00', 'lauantai 10.00–14.00']);
  });

  it('are shown in the reader’s time zone, on the reader’s day', () => {
    expect(week('en-GB', 'Asia/Tehran')[0]).toBe('Monday–Friday 10:30–18:30');
    expect(week('en-GB', 'Pacific/Honolulu')).toEqual([
      'Monday–Thursday 21:00–05:00',
      'Friday 22:00–02:00',
      'Sunday 21:00–05:00',
    ]);
  });

  it('follow the daylight saving time of that week', () => {
    expect(week('en-GB', 'America/New_York', '2026-10-28')[0]).toBe('Monday–Friday 03:00–11:00');
    expect(week('en-GB', 'America/New_York', '2026-11-04')[0]).toBe('Monday–Friday 02:00–10:00');
  });
});
