import { z } from 'zod';
import { isDay } from '../values/day.ts';
import { LocalText } from '../values/local-text.ts';
import { timeZone } from '../values/time-zone.ts';
import { webAddress } from '../values/web-address.ts';
import { formTemplateFault } from './form-template.ts';
import { minutesOf, weekdays } from './opening-hours.ts';

const clock = z
  .string()
  .regex(/^(?:(?:[01]?\d|2[0-3]):[0-5]\d|24:00)$/, 'Write a time of the day such as 9:00 or 17:30.');

const Hours = z
  .strictObject({
    days: z.array(z.enum(weekdays)).min(1).describe('Days of the week as a list: mon, tue, wed, thu, fri, sat, sun.'),
    from: clock.describe('When it opens, such as 9:00.'),
    to: clock.describe('When it closes, such as 17:00.'),
  })
  .refine(({ from, to }) => minutesOf(to) > minutesOf(from), {
    path: ['to'],
    message: 'Write a time after "from"; hours past midnight stand on the next day.',
  });

const times = {
  hours: z.array(Hours).optional().describe('When somebody answers: a list of days, from and to.'),
  answersWithin: z
    .string()
    .regex(/^[1-9]\d* (?:minutes?|hours?|days?|weeks?)$/, 'Write a time such as 30 minutes, 4 hours or 2 days.')
    .optional()
    .describe('How soon customers have an answer, such as 4 hours.'),
};

const channel = (address: z.ZodString | z.ZodEmail | z.ZodURL, text: string) =>
  z
    .union([
      address.transform((address) => ({ address })),
      z.strictObject({ address: address.describe(text), ...times }),
    ])
    .optional()
    .describe(`${text.replace(/\.$/, '')}; or address, hours and answersWithin.`);

const number = z.string().regex(/^\+?[\d\s()./-]{3,}$/, 'Write a number as customers would dial it.');
const international = z
  .string()
  .regex(/^\+[\d\s]{6,}$/, 'Write the number with its country, such as +358 40 000 0000.');
const user = z.string().regex(/^[\w.]+$/, 'Write the name of the account only, such as lumo.help.');

const channels = {
  email: channel(z.email('Write an address such as help@example.com.'), 'An e-mail address such as help@example.com.'),
  phone: channel(number, 'A telephone number as customers would dial it.'),
  chat: channel(webAddress, 'The address of a page on which your chat opens.'),
  whatsapp: channel(international, 'The number of your WhatsApp account, such as +358 40 000 0000.'),
  telegram: channel(user, 'The name of your Telegram account, such as lumo_help.'),
  signal: channel(international, 'The number of your Signal account, such as +358 40 000 0000.'),
  viber: channel(international, 'The number of your Viber account, such as +358 40 000 0000.'),
  messenger: channel(user, 'The name of your Facebook page, such as lumo.help.'),
};

export type ChannelKind = keyof typeof channels;
export const channelKinds = Object.keys(channels) as ChannelKind[];

const FieldFile = z.strictObject({
  label: LocalText.describe('What you ask for, once or per language.'),
  options: z
    .record(z.string(), LocalText)
    .optional()
    .describe('What one may choose from: what is sent, and its name, once or per language.'),
  required: z.boolean().default(false).describe('Whether it must be filled in: true or false.'),
});

const parts = ['name', 'email', 'subject', 'message', 'article', 'title', 'page', 'question', 'locale'];
const fieldName = z
  .string()
  .regex(/^[a-z][\w-]*$/i, 'Write a name of letters, digits, - and _ that begins with a letter.')
  .refine((name) => !parts.includes(name), `Write another name: the form has ${parts.join(', ')} already.`);

const FormFile = z
  .strictObject({
    action: z
      .union([webAddress, z.string().regex(/^\/(?!\/)/)])
      .optional()
      .describe('Where messages are posted to: an address such as https://example.com/messages, or /messages.'),
    address: z
      .union([webAddress, z.record(z.string(), webAddress)])
      .optional()
      .describe(
        'The address of a form elsewhere, once or per language, such as https://example.com/new?about={subject}.',
      ),
    fields: z
      .record(fieldName, FieldFile)
      .default({})
      .describe('What you ask for besides, by the name it is sent under: label, options, required.'),
    ...times,
  })
  .refine(({ action, address }) => !action || !address, {
    path: ['address'],
    message: 'Keep either "action", which takes messages, or "address", which opens another form.',
  })
  .superRefine(({ address = [], fields }, { addIssue }) => {
    for (const one of typeof address === 'string' ? [address] : Object.values(address)) {
      const fault = formTemplateFault(one, parts, Object.keys(fields));
      if (fault) addIssue({ code: 'custom', path: ['address'], message: fault });
    }
  })
  .refine(({ action, address, fields }) => action || address || Object.keys(fields).length === 0, {
    path: ['fields'],
    message: 'Name an "action" or "address" that takes them; a letter has no fields.',
  });

// Another form, written as its address only.
const elsewhere = webAddress
  .superRefine((address, { addIssue }) => {
    const fault = formTemplateFault(address, parts);
    if (fault) addIssue({ code: 'custom', message: fault });
  })
  .transform((address): z.infer<typeof FormFile> => ({ address, fields: {} }));

/** `contact` in `site.yaml`: the ways to a person. */
export const ContactFile = z
  .strictObject({
    form: z
      .union([elsewhere, FormFile])
      .optional()
      .describe('The contact form: the address of another one, or action, address, fields, hours and answersWithin.'),
    ...channels,
    timeZone: timeZone.optional().describe('The time zone of all hours, such as Europe/Helsinki.'),
    closed: z
      .array(z.string().refine(isDay, 'Write a day such as 2026-12-24.'))
      .default([])
      .describe('Days on which nobody answers, as a list such as [2026-12-24, 2026-12-25].'),
  })
  .refine(({ timeZone, closed: _, ...ways }) => timeZone || !Object.values(ways).some((way) => way && 'hours' in way), {
    path: ['timeZone'],
    message: 'Say in which time zone the hours are, such as Europe/Helsinki.',
  })
  .refine(({ form, email }) => !form || form.action || form.address || email, {
    path: ['form'],
    message: 'Give it an "action" that takes messages, or write an "email" above for it to write to.',
  });
export type Contact = z.infer<typeof ContactFile>;

/** When a channel of any kind is answered. */
export interface AnsweringTimes {
  hours?: z.infer<typeof Hours>[] | undefined;
  answersWithin?: string | undefined;
}

/** A channel of any kind. */
export interface Channel extends AnsweringTimes {
  address: string;
}

/** Whether there is any way to a person. */
export function hasContact(contact: Contact): boolean {
  return contact.form !== undefined || channelKinds.some((kind) => contact[kind]);
}
