declare module '#code-articles' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  const articles: Record<string, () => Promise<{ default: AstroComponentFactory }>>;
  export default articles;
}
