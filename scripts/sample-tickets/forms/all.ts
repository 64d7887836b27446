import type { Form } from '../ticket.ts';
import { chatwoot } from './chatwoot.ts';
import { freshdesk } from './freshdesk.ts';
import { freshdeskCsv } from './freshdesk-csv.ts';
import { helpScout } from './help-scout.ts';
import { intercom } from './intercom.ts';
import { jiraCsv } from './jira-csv.ts';
import { zammad } from './zammad.ts';
import { zendesk } from './zendesk.ts';
import { zendeskCsv } from './zendesk-csv.ts';

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
