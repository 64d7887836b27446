import type { Article } from '../content/article.ts';
import type { Library } from '../content/library.ts';
import type { Finding } from '../findings/finding.ts';
import { type LostArticle, missingRedirects } from './lost-addresses.ts';
import { reviewFindings } from './reviews.ts';
import { sectionUnlisted } from './sections.ts';
import { unsourcedTranslations, untranslatedArticles } from './translations.ts';

/** What advice depends on besides the content itself. */
export interface AdviceContext {
  /** `YYYY-MM-DD` */
  today: string;
  /** Articles that cannot be read as a whole. */
  drafts: readonly Article[];
  /** Files of articles that existed once. */
  lost: readonly LostArticle[];
}

/** What is worth doing although nothing is broken. A build works without it. */
export function adviceFindings(library: Library, { today, drafts, lost }: AdviceContext): Finding[] {
  return [
    ...sectionUnlisted(library),
    ...unsourcedTranslations(library, drafts),
    ...untranslatedArticles(library, today),
    ...reviewFindings(library, today),
    ...missingRedirects(library, lost),
  ];
}
