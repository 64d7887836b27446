import { describe, expect, it } from 'vitest';
import { type Command, defineCommand } from '../../../scripts/shared/command.ts';
import { optionsKeptByNpm } from '../../../scripts/shared/kept-by-npm.ts';

const check: Command = defineCommand({ name: 'check', summary: '', options: {}, run: async () => 0 });

describe('options that npm took for itself', () => {
  // What npm sets for `npm run check --content ../acme --dry-run`.
  const env = { npm_lifecycle_event: 'check', npm_config_content: 'true', npm_config_dry_run: 'true' };

  it('are found', () => {
    expect(optionsKeptByNpm(check, ['content', 'dry-run', 'json'], env)).toEqual(['content', 'dry-run']);
  });

  it('are none if npm started another script, which runs this one', () => {
    expect(optionsKeptByNpm(check, ['content'], { ...env, npm_lifecycle_event: 'test' })).toEqual([]);
  });

  it('are none without npm, or if npm has no such setting', () => {
    expect(optionsKeptByNpm(check, ['content'], { npm_config_content: 'true' })).toEqual([]);
    expect(optionsKeptByNpm(check, ['yes'], { npm_lifecycle_event: 'check', npm_config_yes: '' })).toEqual([]);
  });
});
