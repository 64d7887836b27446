import type { Announcement } from './announcement.ts';
import type { Facts } from './fact.ts';
import type { LocalText } from './local-text.ts';
import type { Site } from './site.ts';

/** What a company has written once per language. */
interface Written {
  site: Site;
  facts: Facts;
  announcements: readonly Announcement[];
}

/** The texts that other languages have and this one lacks, as files and keys in them. */
export function untranslated({ site, facts, announcements }: Written, tag: string): { path: string; key: string }[] {
  const texts: [path: string, key: string, text: LocalText | Facts[string] | undefined][] = [
    ['site.yaml', 'tagline', site.tagline],
    ...Object.entries(site.sections).flatMap(([id, { title, summary }]): typeof texts => [
      ['site.yaml', `sections.${id}.title`, title],
      ['site.yaml', `sections.${id}.summary`, summary],
    ]),
    ['site.yaml', 'contact.form.address', site.contact.form?.address],
    ...Object.entries(site.contact.form?.fields ?? {}).flatMap(([name, { label, options = {} }]): typeof texts => [
      ['site.yaml', `contact.form.fields.${name}.label`, label],
      ...Object.entries(options).map(([option, text]): (typeof texts)[number] => [
        'site.yaml',
        `contact.form.fields.${name}.options.${option}`,
        text,
      ]),
    ]),
    ...Object.entries(facts).map(([name, fact]): (typeof texts)[number] => ['facts.yaml', name, fact]),
    ...announcements.flatMap(({ id, title, text }): typeof texts => [
      [`announcements/${id}.yaml`, 'title', title],
      [`announcements/${id}.yaml`, 'text', text],
    ]),
  ];
  return texts.flatMap(([path, key, text]) =>
    typeof text === 'object' && !Object.hasOwn(text, tag) ? [{ path, key }] : [],
  );
}
