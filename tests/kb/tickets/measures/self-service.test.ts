import { describe, expect, it } from 'vitest';
import { measureSelfService, retentionRate } from '#kb/tickets/measures/self-service.ts';
import { MeasuresFile } from '#kb/tickets/records/measures-file.ts';
import { ago, makeCount, until } from '../../../make-measures.ts';

const counts = [makeCount(60, 50), makeCount(59, 50), makeCount(10, 200), makeCount(0, 100)];
const august = { from: ago(60), to: ago(30), sessions: 600 };
const autumn = { from: ago(29), to: until, sessions: 1500, users: 1200 };

describe('the self-service score', () => {
  it('is visitors, or sessions, for each ticket of the same days, newest first', () => {
    expect(measureSelfService({ sessions: [august, autumn] }, counts, until)).toEqual([
      { ...autumn, tickets: 300, score: 4, deflection: null },
      { ...august, users: null, tickets: 100, score: 6, deflection: null },
    ]);
  });

  it('leaves out days that the counts do not cover completely', () => {
    const early = { ...august, from: ago(61) };
    expect(measureSelfService({ sessions: [early, autumn] }, counts, ago(1))).toEqual([]);
  });

  it('has no value if there was no ticket', () => {
    const quiet = { from: ago(50), to: ago(40), sessions: 9 };
    expect(measureSelfService({ sessions: [quiet] }, counts, until)).toMatchObject([{ score: null, deflection: null }]);
  });
});

describe('deflection', () => {
  it('is estimated from the share of sessions that the company assumes to be solved', () => {
    const deflection = { solvedShare: 0.2, because: 'We asked.' };
    // 300 of 1,500 sessions solved, beside 300 tickets.
    expect(measureSelfService({ sessions: [autumn], deflection }, counts, until)).toMatchObject([{ deflection: 0.5 }]);
  });
});

describe('customer retention', () => {
  it('is the share of the first day’s customers that is left', () => {
    expect(retentionRate({ from: ago(90), to: until, start: 1000, end: 1100, new: 150 })).toBe(0.95);
  });
});

describe('measures.yaml', () => {
  const customers = { from: '2026-07-01', to: '2026-09-30', start: 1000, end: 1100, new: 150 };

  it('can leave out everything', () => {
    expect(MeasuresFile.parse({})).toEqual({ sessions: [] });
    expect(MeasuresFile.parse({ customers }).customers).toEqual(customers);
  });

  it.each([
    ['days in the wrong order', { sessions: [{ from: '2026-10-31', to: '2026-10-01', sessions: 5 }] }],
    ['a day that does not exist', { sessions: [{ from: '2026-02-30', to: '2026-10-01', sessions: 5 }] }],
    ['a share in percent', { deflection: { solvedShare: 20, because: 'We asked.' } }],
    ['an assumption without a reason', { deflection: { solvedShare: 0.2, because: ' ' } }],
    ['more new customers than there are', { customers: { ...customers, new: 1200 } }],
    ['more kept customers than there were', { customers: { ...customers, new: 50 } }],
    ['no customers to begin with', { customers: { ...customers, start: 0, end: 0, new: 0 } }],
    ['a key of its own', { visits: 5 }],
  ])('cannot have %s', (_, file) => {
    expect(MeasuresFile.safeParse(file).success).toBe(false);
  });
});
