import { describe, expect, it } from 'vitest';
import { addToJson, readJson } from '../../../scripts/upgrade/add-to-json.ts';

describe('addToJson', () => {
  it.each([
    ['{\n  "a": {\n    "x": 1\n  }\n}\n', '{\n  "a": {\n    "x": 1,\n    "y": 2\n  }\n}\n'],
    ['{\r\n\t"a": {\r\n\t\t"x": 1\r\n\t}\r\n}', '{\r\n\t"a": {\r\n\t\t"x": 1,\r\n\t\t"y": 2\r\n\t}\r\n}'],
    ['{\n  "a": {\n    "x": 1, // why\n  },\n}\n', '{\n  "a": {\n    "x": 1, // why\n    "y": 2,\n  },\n}\n'],
    ['{\n  "a": {\n    "x": 1 /* why */\n  }\n}\n', '{\n  "a": {\n    "x": 1, /* why */\n    "y": 2\n  }\n}\n'],
    ['{\n  "a": {}\n}\n', '{\n  "a": {\n    "y": 2\n  }\n}\n'],
    ['{\n  "b": 1\n}\n', '{\n  "b": 1,\n  "a": {\n    "y": 2\n  }\n}\n'],
    ['{}', '{\n  "a": {\n    "y": 2\n  }\n}'],
  ])('keeps how %j is written', (text, fresh) => {
    expect(addToJson(text, 'a', { y: 2 })).toBe(fresh);
  });

  it.each(['', 'a', '[1]', '{ "a": 1 }', '{ "a": }'])('leaves %j alone', (text) => {
    expect(addToJson(text, 'a', { y: 2 })).toBeUndefined();
  });

  it('reads JSON with comments', () => {
    expect(readJson('// mine\n{ "a": [1, "x", { "b": true }], }')).toEqual({ a: [1, 'x', { b: true }] });
    expect(readJson('{')).toBeUndefined();
  });
});
