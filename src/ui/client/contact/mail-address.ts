import { mailQuery } from '../../contact-option.ts';

/**
 * The address that opens a letter with all that was written, in programs that know no lines but CR LF too.
 *
 * @param base `mailto:` and an address
 * @param carried what goes along, a line each
 */
export function mailAddress(base: string, written: FormData, carried: readonly string[]): string {
  const textOf = (name: string) => String(written.get(name) ?? '');
  const message = textOf('body').replace(/\r?\n/g, '\r\n');
  const lines = carried.length === 0 ? [] : ['', ...carried];
  return `${base}?${mailQuery(textOf('subject'), [message, ...lines].join('\r\n'))}`;
}
