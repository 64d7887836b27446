import { z } from 'zod';

const length = z.string().regex(/^(?:0|\d+(?:\.\d+)?(?:px|rem|em|ch))$/, 'Write a CSS length such as 12px or 46rem.');
const densities = { compact: '0.75', comfortable: '1', spacious: '1.3' } as const;

/** A size that a brand may set, and the value it has in CSS. */
interface Size {
  /** What `theme.yaml` may hold. */
  schema: z.ZodType<string>;
  /** If neither the brand nor the reference theme sets it. */
  fallback: string;
  hint: string;
  /** The value of `--hc-<name>`; as it is written without this. */
  css?(value: string): string;
}

/** One line here is a key of `theme.yaml`, a custom property `--hc-<name>`, a row of the gallery and of the reference. */
const declared = {
  radius: { schema: length, fallback: '8px', hint: 'How rounded corners are, such as 12px.' },
  width: { schema: length, fallback: '44rem', hint: 'How wide body text can get, such as 46rem.' },
  density: {
    schema: z.enum(['compact', 'comfortable', 'spacious']),
    fallback: 'comfortable',
    hint: 'How much space there is around elements: compact, comfortable or spacious.',
    css: (value: string) => densities[value as keyof typeof densities],
  },
} satisfies Record<string, Size>;

export type SizeName = keyof typeof declared;
export const sizes: Readonly<Record<SizeName, Size>> = declared;
export const sizeNames = Object.keys(declared) as SizeName[];

/** The value of a size in CSS. */
export function sizeCss(name: SizeName, value: string | undefined): string {
  const { fallback, css } = sizes[name];
  return css?.(value ?? fallback) ?? value ?? fallback;
}
