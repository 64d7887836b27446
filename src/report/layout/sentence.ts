/** A phrase as a sentence of its own: `write an article` becomes `Write an article.` */
export function sentence(phrase: string): string {
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`;
}
