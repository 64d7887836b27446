const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** What is missing or wrong in an Atom feed: https://www.rfc-editor.org/rfc/rfc4287, sections 4.1.1 and 4.1.2. */
export function feedProblems(xml: string): string[] {
  const problems: string[] = [];
  const [head = '', ...rest] = xml.split(/<entry>/);
  if (!/^<\?xml version="1\.0" encoding="utf-8"\?>\s*<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/.test(head))
    problems.push('it is no Atom feed');
  if (!/<author>\s*<name>[^<]+<\/name>/.test(head)) problems.push('the feed has no author');
  const ids = new Set<string>();
  for (const [at, part] of [head, ...rest].entries()) {
    const where = at === 0 ? 'the feed' : `entry ${at}`;
    for (const name of ['id', 'title', 'updated'])
      if (part.match(new RegExp(`<${name}[ >]`, 'g'))?.length !== 1) problems.push(`${where} needs one ${name}`);
    const [, id = ''] = /<id>([^<]*)<\/id>/.exec(part) ?? [];
    if (!URL.canParse(id)) problems.push(`${where} has the id "${id}"`);
    if (ids.has(id)) problems.push(`${where} has the id of another one`);
    ids.add(id);
    for (const [, date = ''] of part.matchAll(/<(?:updated|published)>([^<]*)</g))
      if (!DATE.test(date) || Number.isNaN(Date.parse(date))) problems.push(`${where} has the date "${date}"`);
    for (const [, href = ''] of part.matchAll(/<link [^>]*href="([^"]*)"/g))
      if (!URL.canParse(href)) problems.push(`${where} links to "${href}"`);
    if (at > 0 && !/<link (?:rel="alternate" )?href=/.test(part) && !part.includes('<content'))
      problems.push(`${where} has neither a link nor content`);
  }
  if (!/<link rel="self" href="[^"]+"/.test(head)) problems.push("the feed doesn't name itself");
  return problems;
}
