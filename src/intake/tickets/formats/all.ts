import { chatwoot } from './chatwoot.ts';
import type { JsonFormat, TableFormat } from './format.ts';
import { freshdesk } from './freshdesk.ts';
import { helpScout } from './help-scout.ts';
import { intercom } from './intercom.ts';
import { jira } from './jira.ts';
import { tableFormat } from './table.ts';
import { zammad } from './zammad.ts';
import { zendesk } from './zendesk.ts';

/** The help desks whose JSON is known; if two fit equally well, the first is used. */
export const desks: readonly JsonFormat[] = [zendesk, freshdesk, intercom, helpScout, zammad, chatwoot, jira];

/** Any list of tickets with columns or keys that are recognized by their names. */
export const csv: TableFormat = { ...tableFormat, name: 'csv', title: 'a CSV file' };
export const json: TableFormat = { ...tableFormat, name: 'json', title: 'a JSON file' };
/** A table or view of a database. */
export const databaseTable: TableFormat = { ...tableFormat, name: 'csv', title: 'a table' };
export const parquet: TableFormat = { ...tableFormat, name: 'parquet', title: 'a Parquet file' };

/** The names of all exports that are recognized; those of help desks are also the names of their sources. */
export const formatNames: readonly string[] = [...desks, csv, json, parquet].map(({ name }) => name);
