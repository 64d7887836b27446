/** The storage key for the announcements that a reader has hidden: a list, the latest first. */
export const DISMISSED_KEY = 'ohje:dismissed:1';
