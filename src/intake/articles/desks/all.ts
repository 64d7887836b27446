import { chatwootArticles } from './chatwoot.ts';
import type { ArticleDesk } from './desk.ts';
import { freshdeskArticles } from './freshdesk.ts';
import { helpScoutArticles } from './help-scout.ts';
import { intercomArticles } from './intercom.ts';
import { zammadArticles } from './zammad.ts';
import { zendeskArticles } from './zendesk.ts';

/** Help desks whose articles can be imported, in the order of the help. */
export const articleDesks: readonly ArticleDesk[] = [
  zendeskArticles,
  freshdeskArticles,
  intercomArticles,
  helpScoutArticles,
  chatwootArticles,
  zammadArticles,
];
