import { resolve } from 'node:path';
import { annotationHosts } from '#report/annotations.ts';
import type { OptionSpec } from './command.ts';
import { readOneOf, readPort } from './read-values.ts';

/** `--content DIR`, as an absolute path. */
export const contentOption = {
  value: 'DIR',
  about: 'Content folder',
  default: 'content',
  read: (text: string) => resolve(text),
} as const satisfies OptionSpec;

/** `--port NUMBER` of a command that serves the site. */
export const portOption = {
  value: 'NUMBER',
  about: 'Port to serve the site on',
  default: '4321',
  read: readPort,
} as const satisfies OptionSpec;

/** `--annotations HOST` of a command that finds something in files. */
export const annotationsOption = {
  value: 'HOST',
  about: 'Print comments on lines of your files for a code host (github or gitlab), or as sarif for any other tool',
  read: readOneOf(...annotationHosts),
} as const satisfies OptionSpec;

/** `--untrusted` of a command that reads content which someone else sent. */
export const untrustedOption = {
  about: 'Refuse all code, for content from people you do not know, such as a pull request from a fork',
} as const satisfies OptionSpec;

/** `--theme NAME` of a command that reads site.yaml. */
export const themeOption = {
  value: 'NAME',
  about: 'Theme to use',
  otherwise: 'the theme in site.yaml',
} as const satisfies OptionSpec;
