import { stringify } from 'yaml';
import type { SiteAnswers } from './answers.ts';

/** `site.yaml` of the starter. */
export function siteYaml({ name, locales, email }: SiteAnswers, theme: string): string {
  const [main] = locales;
  return `${stringify({ name, locales, defaultLocale: main, theme })}
# The address that your help center is published at. Search engines and feeds need it.
# url: https://help.example.com/

tagline: Answers about your account, payments and more.

contact:
  email: ${email}

# The home page shows the sections in this order. Each is a folder in articles/${main}/.
sections:
  getting-started:
    icon: star
    title: Getting started
    summary: Create your account and take the first steps.
  account:
    icon: user
    title: Your account
    summary: Sign in, and change your details.
  billing:
    icon: receipt
    title: Billing
    summary: Ways to pay, invoices and refunds.
`;
}

/** `tickets.yaml` for a help desk whose exports are known. */
export function ticketsYaml(desk: string): string {
  return `# Where your help desk's export holds the category and the language of a ticket.
# "npm run tickets -- import FILE" proposes what is missing here.
sources:
  ${desk}:
    format: ${desk}
`;
}
