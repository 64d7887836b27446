import type { Contact } from '#kb/contact/contact.ts';
import { parseFormTemplate } from '#kb/contact/form-template.ts';
import { localText } from '#kb/values/local-text.ts';

/** Where the contact form is sent, and under which names. */
export interface FormTarget {
  kind: 'post' | 'address' | 'mail';
  method: 'post' | 'get';
  action: string;
  /** The name something is sent under; `undefined` for what is not sent. */
  nameOf(part: string): string | undefined;
  /** What is sent as it is. */
  fixed: readonly (readonly [name: string, value: string])[];
}

const MAIL: Readonly<Record<string, string>> = { subject: 'subject', message: 'body' };

/** The target of a company's form in one language; `undefined` if it has none. */
export function formTarget({ form, email }: Contact, locale: string, fallback: string): FormTarget | undefined {
  if (!form) return undefined;
  if (form.action) return { kind: 'post', method: 'post', action: form.action, nameOf: (part) => part, fixed: [] };
  if (form.address) {
    const { action, names, fixed } = parseFormTemplate(localText(form.address, locale, fallback));
    return { kind: 'address', method: 'get', action, nameOf: (part) => names[part], fixed };
  }
  if (!email) return undefined;
  return {
    kind: 'mail',
    method: 'get',
    action: `mailto:${email.address}`,
    nameOf: (part) => MAIL[part],
    fixed: [],
  };
}
