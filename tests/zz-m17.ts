import { bodyOf } from './intake/articles/import-texts.ts';

console.log(bodyOf(process.argv[2].replaceAll('\\n', '\n'), { path: process.argv[3] ?? 'a/b.md' }));
