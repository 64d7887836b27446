import { readOneOf } from '../shared/read-values.ts';

/** The code hosts that workflows can be written for. */
export const ciNames = ['github', 'gitlab'] as const;
export type CiName = (typeof ciNames)[number];

export const readCiName = readOneOf(...ciNames);
