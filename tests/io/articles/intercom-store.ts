import type { IncomingMessage } from 'node:http';
import type { Reply } from './local-server.ts';

type Thing = Record<string, unknown> & { id: string };

const kinds: Readonly<Record<string, string>> = { articles: 'article', 'help_center/collections': 'collection' };
const languages = new Set(
  'ar bg bs ca cs da de el en es et fi fr he hr hu id it ja ko lt lv mn nb nl pl pt pt-BR ro ru sl sr sv tr vi zh-CN zh-TW type'.split(
    ' ',
  ),
);
const TEAMMATE = 12;
/** Requests in 10 seconds. */
const LIMIT = 167;

/**
 * Intercom's API of articles and collections in memory, version 2.11, as its reference says:
 * https://developers.intercom.com/docs/references/2.11/rest-api/api.intercom.io/articles. Ids are text, what is created is
 * answered with 200, and refusals are an `error.list`.
 */
export class IntercomStore {
  readonly things = new Map<string, Thing>();
  /** Seconds since 1970, as its limit is counted. */
  resetAt = 0;
  private next = TEAMMATE;
  private clock = 1_700_000_000;
  private readonly language: string;

  constructor(language = 'en') {
    this.language = language;
  }

  /** The titles of what readers see in a language. */
  titles(language = this.language): string[] {
    return [...this.things].flatMap(([path, thing]) => {
      const text = language === this.language ? thing : contentOf(thing)[language];
      return /^articles\//.test(path) && thing.state === 'published' && text?.state === 'published'
        ? [String(text.title)]
        : [];
    });
  }

  readonly answer = (path: string, sent: string, request: IncomingMessage): Reply => {
    const headers = { 'x-ratelimit-limit': String(LIMIT), 'x-ratelimit-remaining': '166' };
    if (!/^Bearer \S/.test(request.headers.authorization ?? ''))
      return refused(401, 'unauthorized', 'Access Token Invalid');
    return { headers, ...this.reply(new URL(path, 'http://desk.example'), sent, request.method ?? 'GET') };
  };

  /** What it answers if it is asked too often: there is no `Retry-After`. */
  tooMany(seconds: number): Reply {
    this.resetAt = Math.ceil(Date.now() / 1000) + seconds;
    return {
      ...refused(429, 'rate_limit_exceeded', `Exceeded rate limit of ${LIMIT} in 10_seconds`),
      headers: {
        'x-ratelimit-limit': String(LIMIT),
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(this.resetAt),
      },
    };
  }

  private reply(url: URL, sent: string, method: string): Reply {
    const at = url.pathname.slice(1);
    if (at === 'me') return { body: { type: 'admin', id: String(TEAMMATE), email: 'ada@pilvi.example' } };
    if (at === 'help_center/help_centers')
      return { body: { type: 'list', data: [{ id: '93', identifier: 'pilvi', display_name: 'Pilvi' }] } };
    const [, kind = '', id] = /^(articles|help_center\/collections)(?:\/(\d+))?$/.exec(at) ?? [];
    if (kind === '') return notFound();
    if (method === 'GET') return id === undefined ? this.list(kind, url.searchParams) : this.show(at);
    const body = JSON.parse(sent) as Record<string, unknown>;
    const known = this.things.get(at);
    if (method === 'PUT' && !known) return notFound();
    if ((method === 'POST') !== (id === undefined)) return notFound();
    const wrong = this.problem(kind, body, known);
    if (wrong) return wrong;
    return this.keep(kind, body, known);
  }

  private keep(kind: string, body: Record<string, unknown>, known: Thing | undefined): Reply {
    const id = known?.id ?? String(this.next++);
    const content = { ...contentOf(known ?? { id }) };
    // Fields of a translation that aren't sent stay as they are.
    for (const [locale, text] of Object.entries(contentOf(body as Thing)))
      if (locale !== 'type') content[locale] = { state: 'draft', ...content[locale], ...text };
    const thing: Thing = {
      ...{ type: kinds[kind], parent_id: null, ...(kind === 'articles' && { state: 'draft' }) },
      ...{ ...known, ...body, id, default_locale: this.language, updated_at: this.clock++ },
      translated_content: content,
    };
    this.things.set(`${kind}/${id}`, thing);
    return { body: thing };
  }

  private problem(kind: string, body: Record<string, unknown>, known: Thing | undefined): Reply | undefined {
    const isArticle = kind === 'articles';
    const missing = (name: string) => body[name] === undefined && known?.[name] === undefined;
    if (!isArticle && missing('name')) return refused(400, 'parameter_not_found', 'Name is a required parameter.');
    if (isArticle && missing('title'))
      return refused(
        400,
        'parameter_not_found',
        'title must be in the main body or default locale translated_content object',
      );
    if (isArticle && missing('author_id'))
      return refused(
        400,
        'parameter_not_found',
        'author_id must be in the main body or default locale translated_content object',
      );
    const authors = [body, ...Object.values(contentOf(body as Thing))].map((text) => text.author_id ?? TEAMMATE);
    if (authors.some((author) => author !== TEAMMATE))
      return refused(400, 'parameter_invalid', 'author_id must be a teammate on the workspace');
    for (const locale of Object.keys(contentOf(body as Thing)))
      if (!languages.has(locale)) return refused(400, 'parameter_invalid', `${locale} is not a supported locale`);
    return this.problemOfPlace(isArticle, body);
  }

  private problemOfPlace(
    isArticle: boolean,
    { parent_id: parent, parent_type: type }: Record<string, unknown>,
  ): Reply | undefined {
    if (parent === undefined || parent === null) return undefined;
    if (isArticle !== (typeof parent === 'number'))
      return refused(400, 'parameter_invalid', `parent_id must be ${isArticle ? 'an integer' : 'a string'}`);
    if (isArticle && type !== 'collection') return refused(400, 'parameter_invalid', 'parent_type must be collection');
    const above: Thing[] = [];
    for (let id: unknown = parent; id !== null && id !== undefined; id = above.at(-1)?.parent_id) {
      const collection = this.things.get(`help_center/collections/${id}`);
      if (!collection) return refused(404, 'not_found', 'Resource Not Found');
      above.push(collection);
    }
    if (!isArticle && above.length >= 3)
      return refused(400, 'parameter_invalid', 'Collections can have up to 3 levels');
    return undefined;
  }

  private show(at: string): Reply {
    const thing = this.things.get(at);
    return thing ? { body: thing } : notFound();
  }

  /** The last changed come first, 15 on a page if nothing else is asked for. */
  private list(kind: string, query: URLSearchParams): Reply {
    const all = [...this.things]
      .filter(([path]) => path.startsWith(`${kind}/`))
      .map(([, thing]) => thing)
      .sort((a, b) => Number(b.updated_at) - Number(a.updated_at));
    const size = Number(query.get('per_page') ?? 15);
    const page = Number(query.get('page') ?? 1);
    const pages = { type: 'pages', page, per_page: size, total_pages: Math.ceil(all.length / size) };
    return { body: { type: 'list', total_count: all.length, pages, data: all.slice((page - 1) * size, page * size) } };
  }
}

function contentOf(thing: Thing): Record<string, Record<string, unknown>> {
  return (thing.translated_content ?? {}) as Record<string, Record<string, unknown>>;
}

function notFound(): Reply {
  return refused(404, 'not_found', 'Resource Not Found');
}

function refused(status: number, code: string, message: string): Reply {
  const body = { type: 'error.list', request_id: '99c73902-e8ea-4872-b412-1d55ce4582fb', errors: [{ code, message }] };
  return { status, body };
}
