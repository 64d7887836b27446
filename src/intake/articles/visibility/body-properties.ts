const PROPERTY = /^(?:[-*>]\s+)?(?:\*\*|__)?([\p{L}][\p{L}\s_-]{1,30}?)(?:\*\*|__)?::?(?:\*\*|__)?\s+(\S.{0,80})$/u;
const HEADING = /^(?:#{1,2}\s|=+$|-+$)/;

const ROBOTS = /<meta\s(?=[^>]*\bname=["'{`]*(?:robots|googlebot)\b)[^>]*\bcontent=["'{`]*([^"'`}>]+)/i;

/** What the head of a page, which MDX can hold, says to search engines. */
function robotsIn(body: string): Record<string, string> {
  const text = body.replace(/^([ \t>]*)(`{3,}|~{3,})[\s\S]*?^[ \t>]*\2[ \t]*$/gm, '').replace(/`[^`\n]*`/g, '');
  const robots = ROBOTS.exec(text)?.[1];
  return robots === undefined ? {} : { robots };
}

/**
 * The properties that an export writes as the first lines of a page, below its title: `Status: Draft`. Empty if the
 * page starts with something else.
 */
export function readBodyProperties(body: string): Record<string, string> {
  const properties: Record<string, string> = body.includes('<meta') ? robotsIn(body) : {};
  let started = false;
  for (const line of body.trimStart().split('\n', 40)) {
    const text = line.trim();
    const [, key, value] = PROPERTY.exec(text) ?? [];
    if (key !== undefined && value !== undefined) {
      properties[key] = value.replace(/^(?:\*\*|__)|(?:\*\*|__)$/g, '');
      started = true;
    } else if (started || (text !== '' && !HEADING.test(text))) break;
  }
  return properties;
}
