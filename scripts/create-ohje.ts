#!/usr/bin/env node
// The command of the package create-ohje, for `npm create ohje`. Node 20 is enough here: npm then brings a newer one.
import { siteCommand } from './new/site/site-command.ts';
import { runCommand } from './shared/run-command.ts';

await runCommand({
  ...siteCommand,
  name: 'create-ohje',
  start: 'npm create ohje',
  examples: ['npm create ohje acme-help', 'npm create ohje acme-help -- --name Acme --brand "#0a7cff" --desk zendesk'],
});
