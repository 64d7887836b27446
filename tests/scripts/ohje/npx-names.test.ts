import { describe, expect, it } from 'vitest';
import { npxNames } from '../../../scripts/ohje/npx-names.ts';

describe('commands in a project without npm scripts', () => {
  it.each([
    ['Now run: npm run check -- --content docs', 'Now run: npx ohje check --content docs'],
    ['run `npm run build` first', 'run `npx ohje build` first'],
    ['npm run --silent tickets -- report', 'npx ohje tickets report'],
    ['For help, run: npm run build -- --help', 'For help, run: npx ohje build --help'],
    ['npm run new -- article --topic gift-cards', 'npx ohje new article --topic gift-cards'],
    ['npm install', 'npm install'],
  ])('%s', (script, typed) => {
    expect(npxNames(script)).toBe(typed);
  });
});
