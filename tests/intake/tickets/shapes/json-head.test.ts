import { describe, expect, it } from 'vitest';
import { outlineJson } from '#intake/tickets/shapes/json-head.ts';

const outline = (value: unknown) =>
  outlineJson(typeof value === 'string' ? value : JSON.stringify(value), {
    lists: ['tickets', 'data.payload'],
    maps: ['assets.Ticket'],
  });
const ticket = { id: 1, tags: [{ name: 'x' }], source: { id: 's' } };
const keys = ['id', 'tags', 'source'];

describe('the start of a JSON file', () => {
  it.each([
    ['a list', [ticket], { kind: 'array', keys, list: undefined }],
    ['a ticket', ticket, { kind: 'object', keys, list: undefined }],
    ['a page', { count: 1, tickets: [ticket] }, { kind: 'object', keys, list: { path: 'tickets', map: false } }],
    ['a deep page', { data: { meta: { tickets: [] }, payload: [ticket] } }, { keys, list: { path: 'data.payload' } }],
    [
      'ids with the tickets beside them',
      { tickets: [1], assets: { Ticket: { 1: ticket }, User: { 7: { email: '' } } } },
      { keys, list: { path: 'assets.Ticket', map: true } },
    ],
    ['an empty page', { tickets: [] }, { keys: [], list: { path: 'tickets' } }],
    ['lists in a list', [[ticket], [ticket]], { kind: 'array', lists: true, keys, list: undefined }],
    ['lists one after the other', `${JSON.stringify([ticket])}\n${JSON.stringify([ticket])}`, { lists: true, keys }],
    ['an empty list', [], { kind: 'array', keys: [], list: undefined }],
    [
      'a ticket with such a list of its own',
      { ...ticket, tickets: [{ a: 1 }] },
      { keys: [...keys, 'tickets'], list: undefined },
    ],
    ['brackets in a text', { note: '{"tickets":[{"x":1}]}', a: 1 }, { keys: ['note', 'a'], list: undefined }],
  ])('shows %s', (_, value, shape) => {
    expect(outline(value)).toMatchObject(shape);
  });

  it('shows the keys of several tickets, and needs no end', () => {
    expect(outline('[{"id":1},{"id":2,"category":"x"},{"id":3,"la').keys).toEqual(['id', 'category']);
    expect(outline('{"id":1}\n{"id":2,"category":"x"}\n').keys).toEqual(['id', 'category']);
  });
});
