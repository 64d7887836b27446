import { basename, resolve } from 'node:path';
import * as prompts from '@clack/prompts';
import { titleOfName } from '#intake/articles/links/slugs.ts';
import { desks } from '#intake/tickets/formats/all.ts';
import { isColor } from '#kb/theme/theme-file.ts';
import { asciiFileName } from '#kb/values/file-name.ts';
import { Refusal, together, UsageError } from '../../shared/failures.ts';
import { readOneOf } from '../../shared/read-values.ts';
import { ciNames, readCiName } from '../ci-names.ts';
import { knownTag } from '../locale.ts';
import { knownColor } from '../theme.ts';

/** What a new help center is made from. */
export interface SiteAnswers {
  name: string;
  /** The main language first. */
  locales: [string, ...string[]];
  brand: string;
  logo: string | undefined;
  email: string;
  desk: string | undefined;
  /** The code host whose workflows are written. */
  ci: string | undefined;
}

export type SiteOptions = {
  [Key in 'name' | 'locales' | 'brand' | 'logo' | 'email' | 'desk' | 'ci']: string | undefined;
};

const BLUE = '#2457d6';
const titles = { github: 'GitHub', gitlab: 'GitLab' };
const PLACEHOLDER = 'support@example.com';
const readDesk = readOneOf(...desks.map(({ name }) => name));

/**
 * The answers for a new help center: those given as options, and on a terminal the others from the person there.
 *
 * @throws UsageError that lists every option that can't be used
 */
export async function readAnswers(dir: string, given: SiteOptions): Promise<SiteAnswers> {
  const fallback = titleOfName(basename(resolve(dir)));
  // What is wrong with the options is said before the first question.
  await together(...Object.values(checks).map((check) => () => check(given)));
  const asks = process.stdin.isTTY && process.stdout.isTTY;
  const all = asks ? { ...given, ...(await askFor(given, fallback)) } : given;
  const [, locales] = await together(
    () => checks.name(all),
    () => checks.locales(all),
  );
  return {
    name: all.name?.trim() || fallback,
    locales: locales ?? ['en'],
    brand: all.brand ?? BLUE,
    logo: all.logo,
    email: all.email?.trim() || PLACEHOLDER,
    desk: all.desk,
    ci: all.ci || undefined,
  };
}

const checks = {
  name: ({ name }: SiteOptions) => {
    if (name !== undefined && name.trim() === '')
      throw new UsageError('--name is empty. Write the name of your company or product.');
  },
  locales: ({ locales }: SiteOptions): [string, ...string[]] | undefined => {
    if (locales === undefined) return undefined;
    const tags = [...new Set(locales.split(/[\s,]+/).filter((tag) => tag !== ''))].map(knownTag);
    const [main, ...others] = tags;
    if (main === undefined) throw new UsageError('--locales is empty. Write language codes such as en,de.');
    return [main, ...others];
  },
  brand: ({ brand }: SiteOptions) => {
    if (brand !== undefined) knownColor(brand);
  },
  email: ({ email }: SiteOptions) => {
    if (email !== undefined && !isAddress(email))
      throw new UsageError(`--email is "${email}". Write an address such as help@acme.com.`);
  },
  desk: ({ desk }: SiteOptions) => {
    if (desk !== undefined) readDesk(desk, '--desk');
  },
  ci: ({ ci }: SiteOptions) => {
    if (ci !== undefined && ci !== '') readCiName(ci, '--ci');
  },
};

function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
}

async function askFor(given: SiteOptions, fallback: string): Promise<Partial<SiteOptions>> {
  const answers: Partial<SiteOptions> = {};
  const ask = async (key: keyof SiteOptions, question: () => Promise<string | symbol | undefined>) => {
    if (given[key] !== undefined) return;
    const answer = await question();
    if (typeof answer === 'symbol') throw new Refusal('Nothing was written.');
    if (answer !== undefined && answer !== '') answers[key] = answer;
  };
  await ask('name', () =>
    prompts.text({ message: 'Name of your company or product', placeholder: fallback, defaultValue: fallback }),
  );
  await ask('locales', () =>
    prompts.text({
      message: 'Languages, the main one first',
      placeholder: 'en, de',
      defaultValue: 'en',
      validate: (text) => messageOf(() => checks.locales({ ...given, locales: text || 'en' })),
    }),
  );
  await ask('brand', () =>
    prompts.text({
      message: 'Brand color',
      placeholder: BLUE,
      defaultValue: BLUE,
      validate: (text) => (!text || isColor(text) ? undefined : 'Write a color such as #0a7cff.'),
    }),
  );
  await ask('logo', () => prompts.text({ message: 'File with your logo, if you have one here', defaultValue: '' }));
  await ask('email', () =>
    prompts.text({
      message: 'Email address of your support team',
      placeholder: PLACEHOLDER,
      defaultValue: '',
      validate: (text) => (!text || isAddress(text) ? undefined : 'Write an address such as help@acme.com.'),
    }),
  );
  await ask('desk', () =>
    prompts.select<string>({
      message: 'Your help desk',
      options: [
        { value: '', label: 'Another one, or later' },
        ...desks.map(({ name }) => ({ value: name, label: name })),
      ],
    }),
  );
  await ask('ci', () =>
    prompts.select<string>({
      message: 'Where pull requests are checked',
      options: [{ value: '', label: 'Nowhere yet' }, ...ciNames.map((name) => ({ value: name, label: titles[name] }))],
    }),
  );
  return answers;
}

function messageOf(check: () => unknown): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

/** The name of the theme: that of the company, unless the engine has a theme of that name. */
export function themeName(name: string, taken: readonly string[]): string {
  const slug = asciiFileName(name, 'brand');
  return taken.includes(slug) ? `${slug}-brand` : slug;
}
