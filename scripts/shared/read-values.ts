import { didYouMean, nearest } from '#kb/findings/suggest.ts';
import { isDay } from '#kb/values/day.ts';
import { UsageError } from './failures.ts';

/** Reads the value of an option. @throws UsageError */
type Read<Value> = (text: string, label: string) => Value;

/** A date, `YYYY-MM-DD`. */
export const readDay: Read<string> = (text, label) => {
  if (!isDay(text)) throw new UsageError(`${label} is "${text}". Use a date such as 2026-11-15.`);
  return text;
};

/** A whole number from 1. */
export const readCount: Read<number> = (text, label) => {
  if (!/^[1-9]\d{0,7}$/.test(text)) throw new UsageError(`${label} is "${text}". Use a whole number from 1.`);
  return Number(text);
};

/** A port; 0 is any that is free. */
export const readPort: Read<number> = (text, label) => {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new UsageError(`${label} is "${text}". Use a port number such as 4321.`);
  return port;
};

/** One of a few words. Call it outside the declaration of a command: inside, its type can't be inferred. */
export function readOneOf<const Choice extends string>(...choices: Choice[]): Read<Choice> {
  return (text, label) => {
    const choice = choices.find((one) => one === text);
    if (choice !== undefined) return choice;
    throw new UsageError(`${label} is "${text}". ${suggestOneOf(text, choices)}`);
  };
}

/** `Did you mean "github"?` or, if none of the choices is close, `Use github or gitlab.` */
export function suggestOneOf(text: string, choices: readonly string[]): string {
  const near = nearest(text, choices);
  return near === undefined ? `Use ${listOf(choices)}.` : didYouMean(near);
}

/** `github or gitlab`, `article, locale, or theme`. */
export function listOf(choices: readonly string[], word: 'or' | 'and' = 'or'): string {
  const last = choices.at(-1) ?? '';
  if (choices.length < 3) return choices.join(` ${word} `);
  return `${choices.slice(0, -1).join(', ')}, ${word} ${last}`;
}
