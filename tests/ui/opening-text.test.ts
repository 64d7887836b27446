import { describe, expect, it } from 'vitest';
import { durationText } from '#ui/duration-text.ts';
import { openingText } from '#ui/opening-text.ts';

const texts = { open: 'Open', openUntil: 'Open until {time}', opens: 'Opens {day} at {time}' };
const now = Date.parse('2026-11-16T10:00:00Z');
const said = (instant: string, open = false, locale = 'en-GB', zone = 'Europe/Helsinki') => {
  const at = Date.parse(instant);
  return openingText(open ? { open, until: at } : { open, from: at }, texts, locale, now, zone);
};

describe('when someone answers', () => {
  it.each([
    ['today', '2026-11-16T12:00:00Z', 'Opens today at 14:00'],
    ['tomorrow', '2026-11-17T07:00:00Z', 'Opens tomorrow at 09:00'],
    ['on a day of this week', '2026-11-19T07:00:00Z', 'Opens Thursday at 09:00'],
    ['later', '2026-12-28T07:00:00Z', 'Opens 28 December at 09:00'],
  ])('is shown as a day: %s', (_name, instant, text) => {
    expect(said(instant)).toBe(text);
  });

  it('is shown in the reader’s time zone and language', () => {
    expect(said('2026-11-17T22:30:00Z', false, 'en-GB', 'Asia/Tokyo')).toBe('Opens Wednesday at 07:30');
    expect(said('2026-11-17T07:00:00Z', false, 'fi')).toBe('Opens huomenna at 9.00');
    expect(said('2026-11-17T07:00:00Z', false, 'fa')).toBe('Opens فردا at ۹:۰۰');
  });

  it('is shown with closing time if that is near', () => {
    expect(said('2026-11-16T15:00:00Z', true)).toBe('Open until 17:00');
    expect(said('2026-11-20T15:00:00Z', true)).toBe('Open');
  });

  it('is not shown if no one answers', () => {
    expect(openingText(undefined, texts, 'en', now, 'UTC')).toBeUndefined();
  });
});

describe('the time to an answer', () => {
  it.each([
    ['4 hours', 'en', '4 hours'],
    ['1 day', 'fi', '1 päivä'],
    ['30 minutes', 'hr', '30 minuta'],
    ['2 days', 'fa', '۲ روز'],
  ])('%s is in %s: %s', (duration, locale, text) => {
    expect(durationText(duration, locale)).toBe(text);
  });
});
