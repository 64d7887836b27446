/** Hours that a zone is ahead of UTC, by the short names that desks append to times. */
const offsets: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  ut: 0,
  wet: 0,
  west: 1,
  // British summer time, as its readers mean it, and never Bangladesh.
  bst: 1,
  cet: 1,
  mez: 1,
  cest: 2,
  mesz: 2,
  eet: 2,
  eest: 3,
  sast: 2,
  idt: 3,
  msk: 3,
  trt: 3,
  gst: 4,
  pkt: 5,
  sgt: 8,
  hkt: 8,
  awst: 8,
  jst: 9,
  kst: 9,
  acst: 9.5,
  acdt: 10.5,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  nst: -3.5,
  ndt: -2.5,
  brt: -3,
  art: -3,
  ast: -4,
  adt: -3,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  akst: -9,
  akdt: -8,
  hst: -10,
};
/** Short names of several zones, by the zones of companies that mean one of them. */
const shared: Readonly<Record<string, readonly (readonly [zones: RegExp, hours: number])[]>> = {
  ist: [
    [/^Asia\/(?:Kolkata|Calcutta)$/, 5.5],
    [/^Asia\/(?:Jerusalem|Tel_Aviv)$/, 2],
    [/^Europe\/Dublin$/, 1],
  ],
  ast: [[/^Asia\/(?:Riyadh|Kuwait|Qatar|Bahrain|Baghdad)$/, 3]],
  cst: [[/^Asia\/(?:Shanghai|Taipei|Macau|Chongqing|Harbin)$/, 8]],
};
/** Zones by the short names in headers of columns, where one name is for the whole year. */
const named: Readonly<Record<string, string>> = {
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  ct: 'America/Chicago',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  mt: 'America/Denver',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  bst: 'Europe/London',
  wet: 'Europe/Lisbon',
  west: 'Europe/Lisbon',
  cet: 'Europe/Berlin',
  cest: 'Europe/Berlin',
  mez: 'Europe/Berlin',
  mesz: 'Europe/Berlin',
  eet: 'Europe/Helsinki',
  eest: 'Europe/Helsinki',
  msk: 'Europe/Moscow',
  jst: 'Asia/Tokyo',
  kst: 'Asia/Seoul',
  sgt: 'Asia/Singapore',
  aest: 'Australia/Sydney',
  aedt: 'Australia/Sydney',
  utc: 'UTC',
  gmt: 'UTC',
  z: 'UTC',
  ut: 'UTC',
};

/**
 * The offset of a zone by its short name, such as `-05:00` for EST. A name that several zones share, such as IST, means
 * the one the company is in.
 *
 * @param zone the company's
 * @returns `undefined` for a name that isn't known, or that means nothing for the company
 */
export function offsetOfZone(name: string, zone: string): string | undefined {
  const key = name.toLowerCase();
  const own = shared[key]?.find(([zones]) => zones.test(zone))?.[1];
  const hours = own ?? offsets[key];
  return hours === undefined ? undefined : printOffset(Math.round(hours * 60));
}

/** @param minutes ahead of UTC */
export function printOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The zone that the name of a column gives for its times, as in `Created (UTC)` or `Started at (Europe/Berlin)`. */
export function zoneOfColumn(name: string): string | undefined {
  const words = [
    ...[...name.matchAll(/[([]([^)\]]+)[)\]]/g)].map(([, inside = '']) => inside),
    ...name
      .split(/[\s_]+/)
      .filter((word, index, all) => index === all.length - 1 && /^(?:[A-Z]{3,4}|utc|gmt)$/.test(word)),
  ];
  return words.map((word) => zoneNamed(word.trim())).find((zone) => zone !== undefined);
}

function zoneNamed(word: string): string | undefined {
  const known = named[word.toLowerCase()];
  if (known !== undefined) return known;
  const [, sign, hours, minutes = '00'] = /^(?:UTC|GMT)\s*([+-])(\d{1,2})(?::?(\d\d))?$/i.exec(word) ?? [];
  // The names of these zones count in the other direction.
  if (sign !== undefined && minutes === '00') return `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`;
  if (!/^[A-Z]\w+(?:\/[\w+-]+)+$/i.test(word)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: word }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
