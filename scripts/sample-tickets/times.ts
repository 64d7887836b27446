/** An ISO 8601 time this many minutes later, to the second. */
export function later(iso: string, minutes: number): string {
  return new Date(Date.parse(iso) + minutes * 60_000).toISOString().replace('.000Z', 'Z');
}

export function unixSeconds(iso: string): number {
  return Date.parse(iso) / 1000;
}

export function minutesBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);
}

/** `2026-11-15 09:30:00`, as in spreadsheets, without a time zone. */
export function wallClock(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ');
}

/** A span of time as `26:05:00`. */
export function clockSpan(from: string, to: string): string {
  const minutes = minutesBetween(from, to);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `15/Nov/26 9:30 PM`, Jira's `dd/MMM/yy h:mm a`. */
export function jiraTime(iso: string): string {
  const time = new Date(iso);
  const hour = time.getUTCHours();
  const day = `${two(time.getUTCDate())}/${months[time.getUTCMonth()]}/${iso.slice(2, 4)}`;
  return `${day} ${hour % 12 || 12}:${two(time.getUTCMinutes())} ${hour < 12 ? 'AM' : 'PM'}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
