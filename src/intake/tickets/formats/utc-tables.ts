import { plainName } from '../../column-name.ts';

/**
 * Columns of the tables in which help desks store tickets, if they store all times in UTC and without a zone. A dump of
 * such a table has several of them.
 */
const tables: readonly (readonly string[])[] = [
  // Zammad
  'number|state_id|priority_id|owner_id|customer_id|group_id|organization_id|close_at|first_response_at|first_response_escalation_at|last_contact_at|last_contact_customer_at|last_owner_update_at|create_article_type_id|create_article_sender_id|article_count|escalation_at|pending_time|created_by_id|updated_by_id',
  // Chatwoot
  'account_id|inbox_id|assignee_id|contact_id|display_id|contact_inbox_id|contact_last_seen_at|agent_last_seen_at|assignee_last_seen_at|additional_attributes|custom_attributes|last_activity_at|first_reply_created_at|waiting_since|snoozed_until|cached_label_list|sla_policy_id|team_id|campaign_id',
  // FreeScout
  'mailbox_id|folder_id|customer_id|threads_count|source_via|source_type|created_by_user_id|created_by_customer_id|last_reply_at|last_reply_from|user_updated_at|closed_by_user_id|read_by_user',
].map((names) => names.split('|').map(plainName));
const ENOUGH = 4;

/** Whether the columns are those of a help desk that stores its times in UTC. */
export function storesUtc(names: readonly string[]): boolean {
  const plain = new Set(names.map(plainName));
  const isTable = plain.has('created at');
  return isTable && tables.some((known) => known.filter((name) => plain.has(name)).length >= ENOUGH);
}
