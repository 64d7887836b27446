import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { failureText, Refusal } from '../../../shared/failures.ts';
import { parseJson } from '../sets/json-lines.ts';
import { againstPeers, type Comparison, comparison, withDistractors } from './comparison.ts';
import { confidenceCurve, unsureShares } from './confidence.ts';
import { type LanguageResult, labelOf } from './language-result.ts';
import { percentile, rankOf, score } from './scores.ts';

const Run = z.object({
  sets: z.array(
    z.object({
      set: z.string(),
      locale: z.string(),
      distractors: z.number(),
      questions: z.array(z.object({ query: z.string(), answerable: z.boolean() })),
      engines: z.array(z.object({ name: z.string(), ranks: z.array(z.number()) })),
    }),
  ),
});

/** What is needed of an earlier run to compare with it. */
export type EarlierRun = z.infer<typeof Run>;

/** Everything that was measured, for programs. Ranks are in the order of the questions; 0 means not among ten. */
export function runRecord(languages: readonly LanguageResult[]) {
  return {
    sets: languages.map((language) => {
      const { set, locale, articles, distractors, notes, questions, sureness, engines } = language;
      return {
        ...{ set, locale, articles, distractors, notes },
        questions: questions.map(({ query, relevant }) => ({ query, answerable: relevant.length > 0 })),
        engines: engines.map(({ name, found, ms, first, cold, bytes, note }) => ({
          name,
          ...score(questions, found),
          ranks: questions.map(({ relevant }, index) => rankOf(found[index] ?? [], relevant)),
          ms: timesOf(ms),
          ...(first && { firstMs: timesOf(first) }),
          ...(cold && {
            coldBytes: percentile(
              cold.map((answer) => answer.bytes.packed),
              50,
            ),
          }),
          ...(bytes !== undefined && { bytes }),
          ...(note !== undefined && { note }),
        })),
        confidence: { today: unsureShares(sureness), curve: confidenceCurve(sureness) },
      };
    }),
    differences: againstPeers(languages),
    withDistractors: withDistractors(languages),
  };
}

function timesOf(ms: readonly (number | undefined)[]) {
  const known = ms.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : { median: percentile(known, 50), p95: percentile(known, 95) };
}

/**
 * An earlier run, as `--json` printed it.
 *
 * @throws Refusal if it is something else
 */
export async function readRun(file: string): Promise<EarlierRun> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Refusal(`${file} can't be opened: ${failureText(error)}`);
  });
  const parsed = Run.safeParse(parseJson(text));
  if (!parsed.success)
    throw new Refusal(`${file} isn't a run. Write one with: npm run --silent bench -- search --json > ${file}`);
  return parsed.data;
}

/** Each engine now minus the same engine in an earlier run, on the questions that both have. */
export function againstRun(languages: readonly LanguageResult[], { sets }: EarlierRun): Comparison[] {
  return languages.flatMap((language) => {
    const then = sets.find(
      ({ set, locale, distractors }) =>
        set === language.set && locale === language.locale && distractors === language.distractors,
    );
    if (!then) return [];
    const places = new Map(numbered(then.questions).map((key, index) => [key, index]));
    const keys = numbered(language.questions);
    const both = language.questions.flatMap(({ relevant }, index) => {
      const before = places.get(keys[index] ?? '');
      if (before === undefined || relevant.length === 0 || !then.questions[before]?.answerable) return [];
      return [{ relevant, index, before }];
    });
    return language.engines.flatMap(({ name, found }) => {
      const ranks = then.engines.find((engine) => engine.name === name)?.ranks;
      return ranks
        ? comparison(
            labelOf(language),
            name,
            both.map(({ relevant, index }) => rankOf(found[index] ?? [], relevant)),
            both.map(({ before }) => ranks[before] ?? 0),
          )
        : [];
    });
  });
}

/** Questions as keys; one that was asked before gets another key, because its right articles can be others. */
function numbered(questions: readonly { query: string }[]): string[] {
  const times = new Map<string, number>();
  return questions.map(({ query }) => {
    const time = (times.get(query) ?? 0) + 1;
    times.set(query, time);
    return `${time} ${query}`;
  });
}
