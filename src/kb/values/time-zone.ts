import { z } from 'zod';

/** The name of a time zone that the platform's own data knows. */
export const timeZone = z.string().refine(isTimeZone, 'Write a time zone such as Europe/Helsinki or UTC.');

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
