import { z } from 'zod';
import { webAddress } from '../values/web-address.ts';
import { encodeAddress, oldAddressFault } from './old-address.ts';
import { exampleOf, PART, rulePartsOf } from './redirect-rule.ts';

/** Why an address can't be the left side of a rule, as an instruction to fix it. */
function fromFault(from: string): string | undefined {
  const star = from.indexOf('*');
  if (star >= 0 && star < from.length - 1)
    return 'Write "*" only at the end. To match text between two slashes, write a name such as ":title".';
  const parts = rulePartsOf(from);
  if (new Set(parts).size < parts.length) return 'Use each name once.';
  if (/^\/(?:\*|:\w+)?$/.test(from)) return 'Start with a part that only old addresses have, such as /docs/*.';
  return oldAddressFault(exampleOf(from));
}

function toFault(from: string, to: string): string | undefined {
  if (!to.startsWith('/') && !webAddress.safeParse(to).success)
    return 'Write an address that starts with "/", or a full address.';
  const unusual = to.startsWith('/') ? /[[\]\\^]/.exec(to)?.[0] : undefined;
  if (unusual !== undefined) return `Remove "${unusual}": no page has it in its address.`;
  const known = rulePartsOf(from);
  const unknown = (to.startsWith('/') ? rulePartsOf(to) : []).find((part) => !known.includes(part));
  if (unknown === undefined) return undefined;
  return `Use only what is on the left side; "${unknown === '*' ? '*' : `:${unknown}`}" isn't.`;
}

/** `redirects` in `site.yaml`: from old addresses to where they lead. */
export const RedirectRules = z.record(z.string(), z.string()).superRefine((rules, context) => {
  for (const [from, to] of Object.entries(rules)) {
    const message = fromFault(from) ?? toFault(from, to);
    if (message !== undefined) context.addIssue({ code: 'custom', message, path: [from] });
  }
});

/** One side of a rule for `_redirects`, encoded. "*" is ":splat" on the right side. */
export function encodedRule(address: string, isTarget: boolean): string {
  let text = '';
  let end = 0;
  for (const match of address.matchAll(PART)) {
    text += encodeAddress(address.slice(end, match.index)) + (match[0] === '*' && isTarget ? ':splat' : match[0]);
    end = match.index + match[0].length;
  }
  return text + encodeAddress(address.slice(end));
}
