// Reads what a page sends. Only the keys and values that pages of the help center have are accepted.

const reasons = ['incomplete', 'unclear', 'wrong', 'other'];
const idPart = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*$/u;

const isArticle = (value) =>
  typeof value === 'string' &&
  value.length <= 200 &&
  value.includes('/') &&
  value.split('/').every((part) => idPart.test(part));
const isLocale = (value) => typeof value === 'string' && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(value);
const isQuestion = (value) => typeof value === 'string' && value.trim() !== '' && value.length <= 500;
const isSection = (value) => typeof value === 'string' && /^[\p{L}\p{M}\p{N}_-]{1,200}$/u.test(value);
const isBoolean = (value) => typeof value === 'boolean';
const isState = (value) => ['answer', 'closest', 'nothing'].includes(value);
const isCount = (value) => Number.isInteger(value) && value >= 0 && value <= 1_000_000;

const search = { question: isQuestion, locale: isLocale, results: isCount, confident: isBoolean };
const events = {
  'ohje:vote': {
    needs: { article: isArticle, locale: isLocale, helpful: isBoolean },
    can: { reason: (value) => reasons.includes(value), section: isSection },
  },
  'ohje:search': { needs: search, can: { state: isState } },
  'ohje:search-miss': { needs: search, can: { state: isState } },
  'ohje:search-choose': {
    needs: { question: isQuestion, locale: isLocale, article: isArticle, position: isCount },
    can: {},
  },
};

/** The event in the body of a request; `undefined` if it isn't one that pages send. */
export function readEvent(text, isForm) {
  const body = isForm ? formEvent(text) : jsonObject(text);
  if (body === undefined || typeof body.event !== 'string' || !Object.hasOwn(events, body.event)) return undefined;
  const { needs, can } = events[body.event];
  const { event, ...values } = body;
  const isKnown = (key) => Object.hasOwn(needs, key) || Object.hasOwn(can, key);
  if (!Object.keys(values).every(isKnown)) return undefined;
  if (!Object.entries(needs).every(([key, fits]) => Object.hasOwn(values, key) && fits(values[key]))) return undefined;
  if (!Object.entries(can).every(([key, fits]) => !Object.hasOwn(values, key) || fits(values[key]))) return undefined;
  if (values.helpful === true && (values.reason !== undefined || values.section !== undefined)) return undefined;
  if (values.question === undefined) return body;
  const question = withoutPersons(values.question);
  return question === '' ? undefined : { ...body, question };
}

/** The form that readers without JavaScript send. */
function formEvent(text) {
  const fields = [...new URLSearchParams(text)];
  const form = Object.fromEntries(fields);
  const isTwice = fields.length !== Object.keys(form).length;
  if (isTwice || Object.hasOwn(form, 'event') || !['yes', 'no'].includes(form.helpful)) return undefined;
  // A reader who chooses no heading sends an empty one.
  const chosen = Object.entries(form).filter(([key, value]) => key !== 'section' || value !== '');
  return { ...Object.fromEntries(chosen), event: 'ohje:vote', helpful: form.helpful === 'yes' };
}

function jsonObject(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Pages do the same before they send anything: no email addresses, and no numbers of six or more digits. */
function withoutPersons(question) {
  return question
    .replace(/[^\s@]+@[^\s@]+/gu, '…')
    .replace(/[+(]*\p{Nd}(?:[\s./()-]{0,2}\p{Nd}){5,}/gu, '…')
    .replace(/[\p{Cc}\p{Cs}\p{Z}]+/gu, ' ')
    .trim();
}
