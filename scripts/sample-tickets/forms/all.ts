import type { Form } from '../ticket.ts';
import { printChatwoot } from './chatwoot.ts';
import { printFreshdesk } from './freshdesk.ts';
import { printFreshdeskCsv } from './freshdesk-csv.ts';
import { printHelpScout } from './help-scout.ts';
import { printIntercom } from './intercom.ts';
import { printJiraCsv } from './jira-csv.ts';
import { printZammad } from './zammad.ts';
import { printZendesk } from './zendesk.ts';
import { printZendeskCsv } from './zendesk-csv.ts';

/** By the names that `--form` takes. */
export const forms: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['zendesk', printZendesk],
  ['zendesk-csv', printZendeskCsv],
  ['freshdesk', printFreshdesk],
  ['freshdesk-csv', printFreshdeskCsv],
  ['intercom', printIntercom],
  ['helpscout', printHelpScout],
  ['zammad', printZammad],
  ['jira-csv', printJiraCsv],
  ['chatwoot', printChatwoot],
]);
