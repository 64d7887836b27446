/** Where a browser keeps the announcements that its reader has put away: a list, the latest first. */
export const DISMISSED = 'ohje:dismissed:1';
