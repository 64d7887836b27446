declare module '#code-articles' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  const articles: Record<string, () => Promise<{ default: AstroComponentFactory }>>;
  export default articles;
}

// Parts that a theme can replace; otherwise the build uses the engine's own.
declare module '#theme/parts/ArticleEnd.astro' {
  const part: (props: import('#ui/parts/props.ts').ArticleEndProps) => unknown;
  export default part;
}
declare module '#theme/parts/Footer.astro' {
  const part: (props: import('#ui/parts/props.ts').FooterProps) => unknown;
  export default part;
}
declare module '#theme/parts/Head.astro' {
  const part: (props: import('#ui/parts/props.ts').HeadProps) => unknown;
  export default part;
}
declare module '#theme/parts/Header.astro' {
  const part: (props: import('#ui/parts/props.ts').HeaderProps) => unknown;
  export default part;
}
declare module '#theme/parts/Home.astro' {
  const part: (props: import('#ui/parts/props.ts').HomeProps) => unknown;
  export default part;
}
declare module '#theme/parts/NotFound.astro' {
  const part: (props: import('#ui/parts/props.ts').NotFoundProps) => unknown;
  export default part;
}
