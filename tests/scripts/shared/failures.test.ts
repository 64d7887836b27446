import { describe, expect, it } from 'vitest';
import { failureText, Refusal, together, UsageError } from '../../../scripts/shared/failures.ts';

describe('a failure of the machine', () => {
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

  it('return what each of them made', async () => {
    expect(
      await together(
        () => 1,
        async () => 'two',
      ),
    ).toEqual([1, 'two']);
  });

  it('report everything that is wrong, as wrong usage if any of it is', async () => {
    const steps = [fail(new Refusal('No disk.')), fail(new UsageError('No name.'))] as const;
    await expect(together(...steps)).rejects.toThrow(new UsageError('No disk.\nNo name.'));
    await expect(together(fail(new Refusal('No disk.')))).rejects.toThrow('No disk. Nothing was written.');
  });

  it('hide no mistake of ours', async () => {
    await expect(together(fail(new UsageError('No name.')), fail(new TypeError('broken')))).rejects.toThrow(TypeError);
  });
});
