import { storageKey } from './storage-key.ts';

/** The storage key for the announcements that a reader has hidden: a list, the latest first. */
export const DISMISSED_KEY = storageKey('dismissed');
