import { expect, it } from 'vitest';
import { addToYamlList } from '#markdown/add-to-yaml-list.ts';

it.each([
  ['a list in a line', 'a: [ en,fi ] # two\n', 'a: [ en,fi, de ] # two\n'],
  ['one over lines', 'a: [\n  en,\n  fi, # two\n]\n', 'a: [\n  en,\n  fi, de, # two\n]\n'],
  [
    'entries below each other',
    'a:\n- en\n-   "fi" # two\n\n# b\nb: 1\n',
    'a:\n- en\n-   "fi" # two\n-   de\n\n# b\nb: 1\n',
  ],
  ['lines of Windows', 'a:\r\n  - en\r\nb: 1\r\n', 'a:\r\n  - en\r\n  - de\r\nb: 1\r\n'],
  ['a file without a last newline', 'a:\n  - en', 'a:\n  - en\n  - de'],
])('%s gets one more entry, and nothing else changes', (_, before, after) => {
  expect(addToYamlList(before, 'a', 'de')).toBe(after);
});
