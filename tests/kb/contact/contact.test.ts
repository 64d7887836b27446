import { describe, expect, it } from 'vitest';
import { ContactFile, hasContact } from '#kb/contact/contact.ts';

const faultsOf = (contact: object) =>
  ContactFile.safeParse(contact).error?.issues.map(({ path }) => path.join('.')) ?? [];
const hours = (more: object) => ({ timeZone: 'Europe/Helsinki', phone: { address: '112', hours: [more] } });
const ordinary = { days: ['mon'], from: '9:00', to: '17:00' };

describe('the contact options in site.yaml', () => {
  it('are an address, or an address with hours and the time to an answer', () => {
    const { email, phone } = ContactFile.parse({
      email: 'help@pilvi.example',
      phone: { address: '112', answersWithin: '4 hours' },
    });
    expect(email).toEqual({ address: 'help@pilvi.example' });
    expect(phone).toEqual({ address: '112', answersWithin: '4 hours' });
  });

  it.each([
    ['an ordinary day', hours(ordinary), []],
    ['a whole day', hours({ ...ordinary, from: '0:00', to: '24:00' }), []],
    ['hours that end before they begin', hours({ ...ordinary, to: '8:00' }), ['phone.hours.0.to']],
    ['a time that no clock shows', hours({ ...ordinary, to: '25:00' }), ['phone.hours.0.to']],
    ['hours without a time zone', { ...hours(ordinary), timeZone: undefined }, ['timeZone']],
    ['a time zone there is not', { timeZone: 'Helsinki' }, ['timeZone']],
    ['a holiday that is no day', { closed: ['24.12.'] }, ['closed.0']],
    ['a number without its country for a messenger', { whatsapp: '040 000 0000' }, ['whatsapp']],
    ['an address for the name of an account', { telegram: 'https://t.me/pilvi' }, ['telegram']],
  ])('with %s', (_name, contact, faults) => {
    expect(faultsOf(contact)).toEqual(faults);
  });

  it('can be empty, and so can holidays', () => {
    expect(hasContact(ContactFile.parse({ closed: ['2026-12-24'] }))).toBe(false);
    expect(hasContact(ContactFile.parse({ signal: '+358 40 000 0000' }))).toBe(true);
  });
});

describe('the form', () => {
  const email = 'help@pilvi.example';
  const fields = { order: { label: 'Order number' } };

  it.each([
    ['posts to an address', { form: { action: 'https://pilvi.example/messages', fields } }, []],
    ['posts to the same host', { form: { action: '/messages' } }, []],
    ['opens a form elsewhere', { form: 'https://pilvi.example/new?about={question}' }, []],
    ['opens another one per language', { form: { address: { en: 'https://a.example', fi: 'https://b.example' } } }, []],
    ['writes a letter', { email, form: {} }, []],
    ['cannot write a letter to nobody', { form: {} }, ['form']],
    ['cannot do both', { form: { action: '/messages', address: 'https://a.example' } }, ['form.address']],
    ['has no fields in a letter', { email, form: { fields } }, ['form.fields']],
    ['must send the fields it has', { form: { address: 'https://a.example/?a={subject}', fields } }, ['form.address']],
    ['sends them', { form: { address: 'https://a.example/?a={order}', fields } }, []],
    ['takes no field of its own twice', { form: { action: '/messages', fields: { email: { label: 'x' } } } }, ['form']],
    ['posts to no other scheme', { form: { action: '//evil.example' } }, ['form']],
  ])('%s', (_name, contact, faults) => {
    expect(faultsOf(contact)).toEqual(faults);
  });
});
