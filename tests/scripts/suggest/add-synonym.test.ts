import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addSynonym } from '../../../scripts/suggest/add-synonym.ts';

describe('a synonym is added', () => {
  it.each<[where: string, before: string, after: string]>([
    ['to the group of the own word', '- [card, bank card]\n', '- [card, bank card, plastic]\n'],
    ['to a group that has the own word further back', '- [bank card, card]\n', '- [bank card, card, plastic]\n'],
    ['as a new group', '- [ATM, cashpoint]\n', '- [ATM, cashpoint]\n- [card, plastic]\n'],
    ['to a file that does not exist', '', '- [card, plastic]\n'],
    ['after a last line without an end', '- [ATM, cashpoint]', '- [ATM, cashpoint]\n- [card, plastic]\n'],
    ['with the line ends of the file', '- [ATM, cashpoint]\r\n', '- [ATM, cashpoint]\r\n- [card, plastic]\r\n'],
    [
      'and comments, quotes and other groups stay',
      '# Ours.\n- ["card", bank card] # checked\n\n- [ATM,  cashpoint]\n',
      '# Ours.\n- ["card", bank card, plastic] # checked\n\n- [ATM,  cashpoint]\n',
    ],
    [
      'to a group over several lines',
      '- [\n    card,\n    bank card,\n  ]\n',
      '- [\n    card,\n    bank card, plastic,\n  ]\n',
    ],
    ['to a group with a dash for each word', '- - card\n  - bank card\n', '- - card\n  - bank card\n  - plastic\n'],
    ['to a file of comments only', '# Ours.\n', '# Ours.\n- [card, plastic]\n'],
    ['to an empty list', '# Ours.\n[]\n', '# Ours.\n- [card, plastic]\n'],
  ])('%s', (_, before, after) => {
    expect(addSynonym(before, 'card', 'plastic')).toBe(after);
  });

  it.each(['no', 'null', 'a: b', 'x]', '# x', "it's", 'کارت'])('as text, whatever it means in YAML: %s', (word) => {
    expect(parse(addSynonym('- [card, bank card]\n', 'card', word))).toEqual([['card', 'bank card', word]]);
    expect(parse(addSynonym('', 'card', word))).toEqual([['card', word]]);
  });
});
