import { z } from 'zod';

/** `content/synonyms/<locale>.yaml`: groups of words and short phrases that mean the same to customers. */
export const SynonymsFile = z
  .array(
    z
      .array(z.string().trim().min(1))
      .min(2)
      .describe('Two or more words or short phrases that mean the same, such as [ATM, cash machine].'),
  )
  .describe('Groups, one per line: - [ATM, cash machine].');

/** Groups of words with the same meaning, with the writers' own word first. */
export type Synonyms = readonly (readonly string[])[];
