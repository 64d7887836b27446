import type { Reply } from './local-server.ts';

type Thing = Record<string, unknown> & { id: number };

const required: Readonly<Record<string, readonly string[]>> = {
  categories: ['name'],
  folders: ['name', 'visibility'],
  articles: ['title', 'description', 'type', 'status'],
};

/** Answers as Freshdesk's API of solutions does: https://developers.freshdesk.com/api/#solutions. */
export class FreshdeskStore {
  readonly things = new Map<string, Thing>();
  private next = 1;

  /** The titles of the published articles in a language. */
  titles(language = ''): unknown[] {
    const path = new RegExp(`^articles/\\d+${language && `/${language}`}$`);
    return [...this.things].filter(([key, { status }]) => path.test(key) && status === 2).map(([, { title }]) => title);
  }

  answer = (path: string, sent: string, request: { method?: string | undefined }): Reply | undefined => {
    const url = new URL(path, 'http://desk');
    const at = url.pathname.replace('/api/v2/solutions/', '');
    if (at === '/api/v2/settings/helpdesk') return { body: { primary_language: 'en', supported_languages: ['fa'] } };
    if (request.method === 'GET') return this.list(at, url.searchParams);
    const body = JSON.parse(sent) as Record<string, unknown>;
    const known = this.things.get(at);
    if (request.method === 'PUT') {
      if (!known) return undefined;
      Object.assign(known, body);
      return { body: known };
    }
    const [, kind, owner, language] = /^(folders|articles)\/(\d+)\/([a-z]{2})$/.exec(at) ?? [];
    if (language !== undefined) {
      if (!this.things.has(`${kind}/${owner}`)) return undefined;
      if (known) return refused(409, 'language', 'a translation exists');
      this.things.set(at, { ...body, id: Number(owner) });
      return { status: 201, body: { id: Number(owner) } };
    }
    return this.create(at, body);
  };

  private create(at: string, body: Record<string, unknown>): Reply | undefined {
    const [kind = '', owner, of] = at.split('/').reverse();
    if (of !== undefined && !this.things.has(`${of}/${owner}`)) return undefined;
    for (const name of required[kind] ?? []) if (body[name] === undefined) return refused(400, name, 'missing_field');
    const place =
      kind === 'folders' ? { category_id: Number(owner), parent_folder_id: null } : { folder_id: Number(owner) };
    const id = this.next++;
    const made = { ...(of !== undefined && place), ...body, id };
    if (kind !== 'articles' && this.beside(kind, made).length > 0) return refused(409, 'name', 'duplicate_value');
    this.things.set(`${kind}/${id}`, made);
    return { status: 201, body: made };
  }

  /** Those of the same name in the same place. */
  private beside(kind: string, made: Record<string, unknown>): Thing[] {
    const names = ['name', 'category_id', 'parent_folder_id'];
    return [...this.things].flatMap(([key, one]) =>
      new RegExp(`^${kind}/\\d+$`).test(key) && names.every((name) => one[name] === made[name]) ? [one] : [],
    );
  }

  /** Pages of 30 things, or of at most 100. */
  private list(at: string, query: URLSearchParams): Reply | undefined {
    const [kind = '', owner] = at.split('/').reverse();
    const all = [...this.things].flatMap(([key, one]) => {
      if (kind === 'subfolders')
        return /^folders\/\d+$/.test(key) && one.parent_folder_id === Number(owner) ? [one] : [];
      if (!new RegExp(`^${kind}/\\d+$`).test(key)) return [];
      if (kind === 'folders') return one.category_id === Number(owner) && one.parent_folder_id === null ? [one] : [];
      return kind === 'categories' || one.folder_id === Number(owner) ? [one] : [];
    });
    const size = Number(query.get('per_page') ?? 30);
    if (size > 100) return refused(400, 'per_page', 'invalid_value');
    const start = (Number(query.get('page') ?? 1) - 1) * size;
    return { body: all.slice(start, start + size) };
  }
}

function refused(status: number, field: string, code: string): Reply {
  return { status, body: { description: 'Validation failed', errors: [{ field, code }] } };
}
