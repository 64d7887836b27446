import type { IncomingMessage } from 'node:http';
import type { Reply } from './local-server.ts';

interface Stored {
  id: number;
  kind: 'categories' | 'sections' | 'articles';
  parent: number | undefined;
  fields: Record<string, unknown>;
  translations: Map<string, Record<string, unknown>>;
}

const single = { categories: 'category', sections: 'section', articles: 'article' } as const;
const ROOT = '/api/v2/help_center';

/** Zendesk's API for articles, as it is documented, in memory. It refuses what the real one refuses. */
export class ZendeskStore {
  readonly things = new Map<number, Stored>();
  private next = 1000;

  readonly locales: readonly string[];

  constructor(locales: readonly string[] = ['en-us', 'fa']) {
    this.locales = locales;
  }

  readonly answer = (path: string, sent: string, request: IncomingMessage): Reply | undefined => {
    if (!/^(?:Basic|Bearer) /.test(request.headers.authorization ?? ''))
      return { status: 401, body: { error: 'Couldn’t authenticate you' } };
    const body = sent === '' ? {} : JSON.parse(sent);
    const url = new URL(path, 'http://desk.example');
    const at = url.pathname.replace(/\.json$/, '');
    if (at === `${ROOT}/locales`) return { body: { locales: this.locales, default_locale: this.locales[0] } };
    if (at === '/api/v2/guide/permission_groups')
      return { body: { permission_groups: [{ id: 7, name: 'Managers', built_in: true }] } };
    const create =
      /^\/api\/v2\/help_center\/([\w-]+)\/(?:(categories|sections)\/(\d+)\/)?(categories|sections|articles)$/.exec(at);
    if (create && request.method === 'GET') return this.list(create[4] as Stored['kind'], create[3], url);
    if (create && request.method === 'POST') return this.create(create, body);
    const [, kind, id, , locale] =
      /^\/api\/v2\/help_center\/(categories|sections|articles)\/(\d+)(\/translations(?:\/([\w-]+))?)?$/.exec(at) ?? [];
    const thing = this.things.get(Number(id));
    if (!kind || thing?.kind !== kind) return undefined;
    if (at.includes('/translations')) return this.translate(thing, locale, body, request.method);
    if (request.method === 'DELETE' && kind === 'articles') {
      this.things.delete(thing.id);
      return { status: 204 };
    }
    if (request.method !== 'PUT') return undefined;
    const { section_id: section, ...fields } = body.article ?? {};
    if (section !== undefined && !this.things.has(section)) return { status: 422, body: { error: 'Section invalid' } };
    if (section !== undefined) thing.parent = section;
    Object.assign(thing.fields, fields);
    return { body: { article: { id: thing.id } } };
  };

  /** The titles of what readers see in a language. */
  titles(locale: string): string[] {
    return [...this.things.values()].flatMap(({ kind, translations }) => {
      const text = translations.get(locale);
      return kind === 'articles' && text && text.draft !== true ? [String(text.title)] : [];
    });
  }

  private list(kind: Stored['kind'], parent: string | undefined, url: URL): Reply {
    const all = [...this.things.values()].filter(
      (one) => one.kind === kind && (parent === undefined || one.parent === Number(parent)),
    );
    const page = Number(url.searchParams.get('page') ?? 1);
    return { body: { [kind]: page > 1 ? [] : all.map(({ id, fields }) => ({ id, ...fields })) } };
  }

  private create([, locale = '', above, parent, kind]: RegExpExecArray, body: Record<string, never>): Reply {
    const name = single[kind as Stored['kind']];
    const fields = body[name] as Record<string, unknown> | undefined;
    const title = fields?.name ?? fields?.title;
    if (!fields || typeof title !== 'string') return { status: 400, body: { error: `Parameter ${name} is required` } };
    if (!this.locales.includes(locale)) return { status: 404, body: { error: 'RecordNotFound' } };
    if (parent !== undefined && this.things.get(Number(parent))?.kind !== above) return { status: 404 };
    if (kind === 'articles' && typeof fields.permission_group_id !== 'number')
      return { status: 422, body: { error: 'PermissionGroup must be present' } };
    if (fields.parent_section_id !== undefined && !this.things.has(Number(fields.parent_section_id)))
      return { status: 422, body: { error: 'Parent section invalid' } };
    const thing: Stored = {
      ...{ id: this.next++, kind: kind as Stored['kind'], fields },
      parent: parent === undefined ? undefined : Number(parent),
      translations: new Map([[locale, { title, body: fields.body, draft: fields.draft }]]),
    };
    this.things.set(thing.id, thing);
    return { status: 201, body: { [name]: { id: thing.id, ...fields } } };
  }

  private translate(
    { translations, fields }: Stored,
    locale: string | undefined,
    { translation }: { translation?: Record<string, unknown> },
    method: string | undefined,
  ): Reply | undefined {
    if (!translation) return { status: 400, body: { error: 'Parameter translation is required' } };
    const tag = locale ?? String(translation.locale);
    if (method === 'POST' && translations.has(tag))
      return { status: 400, body: { error: 'Locale has already been taken' } };
    if (method === 'PUT' && !translations.has(tag)) return undefined;
    if (!this.locales.includes(tag)) return { status: 422, body: { error: 'Locale is invalid' } };
    translations.set(tag, { ...translations.get(tag), ...translation });
    if (translation.title !== undefined && tag === this.locales[0]) Object.assign(fields, { title: translation.title });
    return { status: method === 'POST' ? 201 : 200, body: { translation } };
  }
}
