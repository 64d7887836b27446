import { describe, expect, it } from 'vitest';
import { articleIn, bodyIn, importTexts } from '../import-texts.ts';

const importOne = (text: string, path = 'a/b.md') => importTexts({ [path]: text });

describe('what readers never saw', () => {
  it.each([
    ['Obsidian', 'One %% secret %% two.\n\n%%\nsecret\n\nmore secret\n%%\n\nThree.'],
    ['an Obsidian comment without an end', 'One two.\n\nThree.\n\n%%\nsecret'],
    ['Obsidian with code', 'One two.\n\nThree.\n\n%% settings\n```\nsecret\n```\n%%'],
    ['kramdown', 'One two.\n\n{::comment}\nsecret\n{:/comment}\n\nThree.'],
    ['kramdown, short end', 'One {::comment}secret{:/} two.\n\nThree.'],
    ['Liquid', 'One {% comment %}secret{% endcomment %} two.\n\n{%- # secret -%}\n\nThree.'],
    ['Hugo', 'One {{/* secret */}} two.\n\n{{< comment >}}\nsecret\n{{< /comment >}}\n\nThree.'],
    ['Jinja', 'One {# secret #} two.\n\nThree.'],
    ['Handlebars', 'One {{!-- secret --}} two.\n\n{{! secret }}\n\nThree.'],
    ['MDX in a .md file', 'One {/* secret */} two.\n\nThree.'],
    ['HTML', 'One <!-- secret --> two.\n\n<!--\nsecret\n-->\n\nThree.'],
    ['CriticMarkup', 'One {>> secret <<} two{-- secret--}.\n\nThree.'],
    ['pandoc', 'One [secret]{.comment-start id="0" author="Mika"} two[]{.comment-end id="0"}.\n\nThree.'],
    ['link definitions', '[//]: # (secret)\n[//]: # secret words\n[comment]: <> (secret)\n\nOne two.\n\nThree.'],
    ['a component', 'One two.\n\n<Internal>\n\nsecret\n\n</Internal>\n\nThree.'],
    ['a component for the team', 'One two.\n\n<StaffOnly>secret</StaffOnly>\n\nThree.'],
    ['a fence', 'One two.\n\n:::internal\n\n:::note\nsecret\n:::\n\nsecret\n:::\n\nThree.'],
    ['a fence with an id', 'One two.\n\n::: {#team .note .internal}\nsecret\n:::\n\nThree.'],
    ['an admonition', 'One two.\n\n!!! internal "Team"\n    secret\n\n    secret\n\nThree.'],
    ['an admonition with tabs', 'One two.\n\n!!! internal\n\n\tsecret\n\nThree.'],
    ['an admonition that opens', 'One two.\n\n??? internal "Team"\n    secret\n\nThree.'],
    ['link definitions that only say comment', '[Comments]: # secret words\n\nOne two.\n\nThree.'],
    [
      'a hidden element in a table',
      'One two.\n\n<div class="confluenceTable"><p style="display:none">secret</p></div>\n\nThree.',
    ],
    ['a callout', 'One two.\n\n> [!private]\n> secret\nsecret\n\nThree.'],
    ['a tag', 'One two.\n\n{% internal %}\nsecret\n{% endinternal %}\n\nThree.'],
    ['a shortcode', 'One two.\n\n{{% internal %}}\nsecret\n{{% /internal %}}\n\nThree.'],
    ['a class', 'One two.\n\n<div class="note internal-only">secret</div>\n\nThree.'],
    ['a class of style sheets', 'One two.\n\n<div class="d-none mt-2">secret</div>\n\nThree.'],
    ['text for programs', 'One two.\n\n<Visibility for="agents">secret</Visibility>\n\nThree.'],
    ['a hidden element', 'One <span hidden>secret</span> two.\n\nThree.'],
  ])('stays out: %s', (_name, text) => {
    const imported = importOne(text);
    expect(bodyIn(imported, 'a/b').replace(/ {2,}/g, ' ')).toBe('One two.\n\nThree.');
    expect(JSON.stringify(imported.files)).not.toContain('secret');
  });

  it('stays in if it is code or only hidden until a click', () => {
    const code = '```\n%% a %%\n{% comment %}b{% endcomment %}\n```\n\n`{>> c <<}` costs 5%% or 6%%.';
    expect(bodyIn(importOne(code), 'a/b')).toBe(code);
    const box = '<div class="accordion"><h3>How?</h3><div class="body" style="display:none">So.</div></div>';
    expect(bodyIn(importOne(box), 'a/b')).toContain('So.');
  });

  it('stays in if some screens or all people see it', () => {
    expect(bodyIn(importOne('<div class="hidden md:block">So.</div>'), 'a/b')).toBe('So.');
    const people = importOne('<Visibility for="humans">So.</Visibility>', 'a/b.mdx');
    expect(bodyIn(people, 'a/b')).toBe('So.');
    expect(articleIn(people, 'a/b')).not.toContain('work-in-progress');
  });

  it('is decided by someone if it was shown on a condition', () => {
    for (const text of [
      'One.\n\n{% if user.plan == "gold" %}\nGold.\n{% else %}\nOther.\n{% endif %}',
      'One.\n\n<If user="gold">\n\nGold.\n\n</If>',
      'One.\n\n{{#if gold}}\nGold.\n{{/if}}',
    ]) {
      const imported = importOne(text);
      expect(articleIn(imported, 'a/b')).toContain('confidence: work-in-progress');
      expect(bodyIn(imported, 'a/b')).toMatch(/^One\.\n\nGold\.(?:\n\nOther\.)?$/);
      expect(imported.losses.some(({ kind }) => kind === 'visibility')).toBe(true);
    }
  });
});
