import { z } from 'zod';
import { isDay } from '../values/day.ts';
import { isOwnPath } from '../values/link-address.ts';
import { LocalText } from '../values/local-text.ts';
import { timeZone } from '../values/time-zone.ts';
import { webAddress } from '../values/web-address.ts';
import { type ChannelKind, channelKinds, channelSpec } from './channels.ts';
import { formTemplateFault } from './form-template.ts';
import { minutesOf, weekdays } from './opening-hours.ts';

const clock = z.string().regex(/^(?:(?:[01]?\d|2[0-3]):[0-5]\d|24:00)$/, 'Write a time such as 9:00 or 17:30.');

const Hours = z
  .strictObject({
    days: z
      .array(z.enum(weekdays))
      .min(1)
      .describe('The days of the week, as a list: mon, tue, wed, thu, fri, sat, sun.'),
    from: clock.describe('When it opens, such as 9:00.'),
    to: clock.describe('When it closes, such as 17:00.'),
  })
  .refine(({ from, to }) => minutesOf(to) > minutesOf(from), {
    path: ['to'],
    message: 'Write a time later than "from", and list hours after midnight under the next day.',
  });

const times = {
  hours: z.array(Hours).optional().describe('When someone answers, as a list of entries with days, from and to.'),
  answersWithin: z
    .string()
    .regex(/^[1-9]\d* (?:minutes?|hours?|days?|weeks?)$/, 'Write a time such as 30 minutes, 4 hours or 2 days.')
    .optional()
    .describe('How soon customers get an answer, such as 4 hours.'),
};

const channelField = (kind: ChannelKind) => {
  const { address, hint } = channelSpec(kind);
  return z
    .union([
      address.transform((address) => ({ address })),
      z.strictObject({ address: address.describe(hint), ...times }),
    ])
    .optional()
    .describe(`${hint.replace(/\.$/, '')}; or a group of address, hours and answersWithin.`);
};
const channelFields = Object.fromEntries(channelKinds.map((kind) => [kind, channelField(kind)])) as Record<
  ChannelKind,
  ReturnType<typeof channelField>
>;

const FieldFile = z.strictObject({
  label: LocalText.describe('The label of the field, once or per language.'),
  options: z
    .record(z.string(), LocalText)
    .optional()
    .describe('The choices: the value that is sent, and its name, once or per language.'),
  required: z.boolean().default(false).describe('Whether it must be filled in: true or false.'),
});

const parts = ['name', 'email', 'subject', 'message', 'article', 'title', 'page', 'question', 'locale'];
const fieldName = z
  .string()
  .regex(/^[a-z][\w-]*$/i, 'Write a name that starts with a letter and contains only letters, digits, - and _.')
  .refine((name) => !parts.includes(name), `Choose another name, because the form already has ${parts.join(', ')}.`);

const FormFile = z
  .strictObject({
    action: z
      .union([webAddress, z.string().refine(isOwnPath, 'Write a full address, or a path such as /messages.')])
      .optional()
      .describe('Where messages are sent: an address such as https://example.com/messages, or /messages.'),
    address: z
      .union([webAddress, z.record(z.string(), webAddress)])
      .optional()
      .describe(
        'The address of a form on another site, once or per language, such as https://example.com/new?about={subject}.',
      ),
    fields: z
      .record(fieldName, FieldFile)
      .default({})
      .describe('Additional fields, by the name they are sent under: label, options, required.'),
    ...times,
  })
  .refine(({ action, address }) => !action || !address, {
    path: ['address'],
    message: 'Keep either "action", which receives messages, or "address", which opens another form.',
  })
  .superRefine(({ address = [], fields }, { addIssue }) => {
    for (const one of typeof address === 'string' ? [address] : Object.values(address)) {
      const fault = formTemplateFault(one, parts, Object.keys(fields));
      if (fault) addIssue({ code: 'custom', path: ['address'], message: fault });
    }
  })
  .refine(({ action, address, fields }) => action || address || Object.keys(fields).length === 0, {
    path: ['fields'],
    message: 'Add an "action" or "address" that receives the fields, because an email has none.',
  });

// Another form, written as its address only.
const elsewhere = webAddress
  .superRefine((address, { addIssue }) => {
    const fault = formTemplateFault(address, parts);
    if (fault) addIssue({ code: 'custom', message: fault });
  })
  .transform((address): z.infer<typeof FormFile> => ({ address, fields: {} }));

/** `contact` in `site.yaml`: how customers can reach someone. */
export const ContactFile = z
  .strictObject({
    form: z
      .union([elsewhere, FormFile])
      .optional()
      .describe('The contact form: the address of another form, or action, address, fields, hours and answersWithin.'),
    ...channelFields,
    timeZone: timeZone.optional().describe('The time zone of all opening hours, such as Europe/Helsinki.'),
    closed: z
      .array(z.string().refine(isDay, 'Write a date such as 2026-12-24.'))
      .default([])
      .describe('The days when no one answers, as a list such as [2026-12-24, 2026-12-25].'),
  })
  .refine(({ timeZone, closed: _, ...ways }) => timeZone || !Object.values(ways).some((way) => way && 'hours' in way), {
    path: ['timeZone'],
    message: 'Add the time zone of the opening hours, such as Europe/Helsinki.',
  })
  .refine(({ form, email }) => !form || form.action || form.address || email, {
    path: ['form'],
    message: 'Add an "action" that receives messages, or an "email" under "contact" for the form to use.',
  });
export type Contact = z.infer<typeof ContactFile>;

/** When a channel of any type is answered. */
export interface AnsweringTimes {
  hours?: z.infer<typeof Hours>[] | undefined;
  answersWithin?: string | undefined;
}

/** A channel of any type. */
export interface Channel extends AnsweringTimes {
  address: string;
}

/** Whether there is any contact option. */
export function hasContact(contact: Contact): boolean {
  return contact.form !== undefined || channelKinds.some((kind) => contact[kind]);
}
