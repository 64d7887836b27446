import { chatwoot } from './forms/chatwoot.ts';
import { freshdesk } from './forms/freshdesk.ts';
import { freshdeskCsv } from './forms/freshdesk-csv.ts';
import { helpScout } from './forms/help-scout.ts';
import { intercom } from './forms/intercom.ts';
import { jiraCsv } from './forms/jira-csv.ts';
import { zammad } from './forms/zammad.ts';
import { zendesk } from './forms/zendesk.ts';
import { zendeskCsv } from './forms/zendesk-csv.ts';
import type { Form } from './ticket.ts';

/** By the names that `--form` takes. */
export const forms: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['zendesk', zendesk],
  ['zendesk-csv', zendeskCsv],
  ['freshdesk', freshdesk],
  ['freshdesk-csv', freshdeskCsv],
  ['intercom', intercom],
  ['helpscout', helpScout],
  ['zammad', zammad],
  ['jira-csv', jiraCsv],
  ['chatwoot', chatwoot],
]);
