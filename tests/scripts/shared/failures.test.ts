import { describe, expect, it } from 'vitest';
import { failureText, Refusal, together, UsageError } from '../../../scripts/shared/failures.ts';

describe('an error of the system', () => {
  it.each([
    ['a full disk', { code: 'ENOSPC' }],
    ['a folder without permission', { code: 'EACCES', path: '/a' }],
    ["someone else's folder", { code: 'EPERM' }],
    ['a read-only disk', { code: 'EROFS', path: '/a' }],
  ])('says what to do: %s', (_, error) => {
    const text = failureText(Object.assign(new Error('E'), error));
    expect(text).toMatch(/^.+\. (?:Make|Change|Name) .+\.$/);
    if ('path' in error) expect(text).toContain('/a');
  });

  it('is otherwise reported as it is', () => {
    expect(failureText(new Error('socket hang up'))).toBe('socket hang up');
  });
});

describe('several steps', () => {
  const fail = (error: Error) => () => Promise.reject(error);

  it('return the result of each', async () => {
    expect(
      await together(
        () => 1,
        async () => 'two',
      ),
    ).toEqual([1, 'two']);
  });

  it('report all failures, as wrong usage if any of them is', async () => {
    const steps = [fail(new Refusal('No disk.')), fail(new UsageError('No name.'))] as const;
    await expect(together(...steps)).rejects.toThrow(new UsageError('No disk.\nNo name.'));
    await expect(together(fail(new Refusal('No disk.')))).rejects.toThrow('No disk. Nothing was written.');
  });

  it('hide no bug of ours', async () => {
    await expect(together(fail(new UsageError('No name.')), fail(new TypeError('broken')))).rejects.toThrow(TypeError);
  });
});
