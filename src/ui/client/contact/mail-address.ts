import { mailQuery } from '../../contact-option.ts';

/**
 * The address that opens an email with everything that was written, also in programs that need CR LF between lines.
 *
 * @param base `mailto:` and an address
 * @param context lines to add
 */
export function mailAddress(base: string, written: FormData, context: readonly string[]): string {
  const textOf = (name: string) => String(written.get(name) ?? '');
  const message = textOf('body').replace(/\r?\n/g, '\r\n');
  const lines = context.length === 0 ? [] : ['', ...context];
  return `${base}?${mailQuery(textOf('subject'), [message, ...lines].join('\r\n'))}`;
}
