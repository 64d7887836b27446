import { readOneOf } from '../shared/read-values.ts';

/** The hosts that a configuration can be written for. */
export const hostNames = [
  'github-pages',
  'gitlab-pages',
  'netlify',
  'cloudflare',
  'vercel',
  's3',
  'nginx',
  'apache',
  'caddy',
] as const;
export type HostName = (typeof hostNames)[number];

export const readHost = readOneOf(...hostNames);
