/** Where a browser keeps the announcements that its reader has put away: a list, the latest first. */
export const DISMISSED_KEY = 'ohje:dismissed:1';
