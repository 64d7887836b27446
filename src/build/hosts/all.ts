import { apache } from './apache.ts';
import { caddy } from './caddy.ts';
import { cloudflare } from './cloudflare.ts';
import { githubPages } from './github-pages.ts';
import { gitlabPages } from './gitlab-pages.ts';
import type { Host } from './host.ts';
import { netlify } from './netlify.ts';
import { nginx } from './nginx.ts';
import { s3 } from './s3.ts';
import { vercel } from './vercel.ts';

/** The hosts that `npm run new -- deploy` knows, by name. */
export const hosts = {
  'github-pages': githubPages,
  'gitlab-pages': gitlabPages,
  netlify,
  cloudflare,
  vercel,
  s3,
  nginx,
  apache,
  caddy,
} satisfies Record<string, Host>;
