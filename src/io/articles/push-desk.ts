import { setTimeout } from 'node:timers/promises';
import type { DeskSite } from '#export/desks/desk-site.ts';
import type { DeskRequest, DeskResource, DeskTarget, PushedLocales } from '#export/desks/desk-target.ts';
import { type DeskIds, filledBody, filledPath, withFields } from '#export/desks/fill-ids.ts';
import type { ArticleDesk } from '#intake/articles/desks/desk.ts';
import { digest } from '#kb/values/digest.ts';
import { findPushed } from './find-pushed.ts';
import { atServer, DownloadError, type HttpAnswer, patientFetch } from './patient-fetch.ts';

/** What was brought to a help desk before, by key. */
export interface PushState {
  /** The address of the desk's API. */
  address: string;
  /** What was being created when the last push stopped; it may be there or not. */
  creating?: string | undefined;
  resources: Record<string, PushedResource>;
}

interface PushedResource extends PushedLocales {
  /** The desk's id; `null` for a translation, which has none. */
  id: string | number | null;
  /** Of what was sent; of nothing if it was taken away. */
  digest: string;
}

export interface PushOptions {
  /** As someone typed it. */
  address: URL;
  env: Readonly<Record<string, string | undefined>>;
  /** What the last push left. */
  state: PushState | undefined;
  /** Called after each change at the desk. */
  save(state: PushState): Promise<void>;
  /** Only says what would be done. */
  dryRun: boolean;
  show(doing: string, done?: number): void;
  /** Milliseconds; shorter in tests. */
  pause?: number;
  retry?: number;
  timeout?: number;
}

/** What a push did, or would do. */
export interface PushResult {
  created: string[];
  updated: string[];
  archived: string[];
  unchanged: number;
  /** What the desk can't take, a sentence each. */
  losses: string[];
}

const LARGEST_ANSWER = 16 * 2 ** 20;
const GONE = '';
const CREATION_TRIES = 4;
const RETRY = 1000;

/**
 * Brings a site to a help desk: creates what is new, changes what changed, and takes away what is no longer published.
 * It touches only what an earlier push created.
 *
 * @throws DownloadError if it can't be finished; the next push continues where this one stopped
 */
export async function pushDesk(
  target: DeskTarget,
  desk: ArticleDesk,
  site: DeskSite,
  options: PushOptions,
): Promise<PushResult> {
  const { env, dryRun, show, save } = options;
  const base = desk.apiOf(options.address);
  const headers = desk.authorize(env);
  const variables = desk.token.variables.join(' and ');
  if (!headers) throw new DownloadError(`${desk.label} asks for a token. Set ${variables}.`);
  const before = options.state;
  if (before && before.address !== base.href)
    throw new DownloadError(
      `The articles of this folder were brought to ${before.address}, not to ${base.href}. Use another folder for another help desk.`,
    );
  const state: PushState = { resources: {}, ...before, address: base.href };
  const send = sender(base, headers, variables, options);
  const get = async (path: string) => jsonOf(await send('GET', path));
  const tags = [...new Set(site.articles.flatMap(({ texts }) => [...texts.keys()]))];
  const settings = await target.settings(get, tags).catch((error: unknown) => {
    throw error instanceof DownloadError ? error : new DownloadError((error as Error).message);
  });
  const { resources, losses } = target.resources(site, settings);
  const result: PushResult = { created: [], updated: [], archived: [], unchanged: 0, losses: [...losses] };
  for (const tag of tags)
    if (!settings.locales.has(tag))
      result.losses.push(
        `${target.label} has no language for ${tag}, so its articles stay here. If it can be added there, add it first.`,
      );
  const ids: Record<string, string | number> = { ...settings.ids };
  for (const [key, { id }] of Object.entries(state.resources)) if (id !== null) ids[key] = id;

  const apply = async (request: DeskRequest, { numericIds }: Pick<DeskResource, 'numericIds'> = {}) =>
    send(request.method, filledPath(request.path, ids), request.body && filledBody(request.body, ids, numericIds));
  const note = async (key: string, pushed: PushedResource) => {
    state.resources[key] = pushed;
    state.creating = undefined;
    if (pushed.id !== null) ids[key] = pushed.id;
    await save(state);
  };
  const noteSent = (resource: DeskResource, id: PushedResource['id']) =>
    note(resource.key, { id, digest: digestOf(resource, ids), ...localesOf(resource, settings.locales) });
  const create = async (resource: DeskResource) => {
    state.creating = resource.key;
    await save(state);
    const answer = await apply(resource.create, resource);
    mustHaveWorked(answer, resource.create, resource, base, variables);
    const id = resource.id === undefined ? null : idIn(jsonOf(answer), resource.id);
    await noteSent(resource, id);
  };
  /** Creates it in the end, and once, if the desk fails in between. */
  const createPatiently = async (resource: DeskResource, isUncertain: boolean) => {
    let looksFirst = isUncertain;
    for (let tries = 1; ; tries++)
      try {
        if (looksFirst && (await recover(resource))) return;
        return await create(resource);
      } catch (error) {
        if (!(error instanceof DownloadError && error.isUncertain) || tries === CREATION_TRIES) throw error;
        looksFirst = true;
        await setTimeout((options.retry ?? RETRY) * 2 ** tries);
      }
  };
  /** @returns whether everything is still there to be changed */
  const update = async (resource: DeskResource): Promise<boolean> => {
    const withdrawn = (state.resources[resource.key]?.locales ?? []).filter((one) => !resource.locales?.includes(one));
    for (const request of resource.update) {
      const answer = await apply(withFields(request, target.withdraw?.(withdrawn)), resource);
      if (answer.status === 404) return false;
      mustHaveWorked(answer, request, resource, base, variables);
    }
    const id = state.resources[resource.key]?.id ?? null;
    await noteSent(resource, id);
    return true;
  };
  /** What an interrupted push created, without having read the answer. */
  const recover = async (resource: DeskResource): Promise<boolean> => {
    if (resource.id === undefined) return (await update(resource).catch(() => false)) === true;
    const id = await findPushed(resource, ids, get);
    if (id === undefined) return false;
    state.resources[resource.key] = { id, digest: GONE };
    ids[resource.key] = id;
    return update(resource);
  };

  for (const [index, resource] of resources.entries()) {
    show(`Bringing articles to ${base.host}`, index / resources.length);
    const known = state.resources[resource.key];
    if (known && known.digest === digestOf(resource, ids)) {
      result.unchanged++;
      continue;
    }
    (known ? result.updated : result.created).push(resource.key);
    if (dryRun) continue;
    if (known && (await update(resource))) continue;
    await createPatiently(resource, !known && state.creating === resource.key);
  }
  const wanted = new Set(resources.map(({ key }) => key));
  for (const [key, pushed] of Object.entries(state.resources)) {
    if (wanted.has(key) || pushed.digest === GONE) continue;
    const archiving = target.archive(key, pushed);
    if (!archiving) continue;
    // Its translations go with it.
    const owner = key.split('@')[0] ?? key;
    if (owner !== key && !wanted.has(owner) && target.archive(owner, {})?.forget) {
      if (!dryRun) delete state.resources[key];
      continue;
    }
    result.archived.push(key);
    if (dryRun) continue;
    const answer = await apply(archiving.request);
    if (answer.status !== 404) mustHaveWorked(answer, archiving.request, { title: key }, base, variables);
    if (archiving.forget || answer.status === 404) delete state.resources[key];
    else state.resources[key] = { ...pushed, digest: GONE };
    await save(state);
  }
  return result;
}

type Send = (method: 'GET' | DeskRequest['method'], path: string, body?: unknown) => Promise<HttpAnswer>;

function sender(base: URL, headers: Record<string, string>, variables: string, options: PushOptions): Send {
  const { pause = 100, retry = RETRY, timeout = 60_000 } = options;
  const fetch = patientFetch({ origin: base.origin, pause, retry, timeout, headers });
  return async (method, path, body) => {
    const url = atServer(new URL(path, base), base);
    const answer = await fetch(url, {
      method,
      accept: 'application/json',
      limit: LARGEST_ANSWER,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      once: method === 'POST',
    });
    if (answer.status === 401 || answer.status === 403)
      throw new DownloadError(`${base.host} doesn't accept the token in ${variables} for ${url.pathname}.`);
    if (method === 'GET' && answer.status !== 200)
      throw new DownloadError(`${base.host} answers ${answer.status} at ${url.pathname}.`);
    return answer;
  };
}

function mustHaveWorked(
  { status, body }: HttpAnswer,
  { method, path }: DeskRequest,
  { title }: { title: string },
  base: URL,
  variables: string,
): void {
  if (status >= 200 && status < 300) return;
  const said = new TextDecoder().decode(body).replace(/\s+/g, ' ').slice(0, 300);
  const hint = status === 404 ? ` Check that the account behind ${variables} can edit articles.` : '';
  const error = new DownloadError(
    `${base.host} answers ${status} to ${method} /${path} for "${title}": ${said || 'no reason'}.${hint} Run the same command again when this is solved: what is done is kept.`,
  );
  error.isUncertain = status >= 500;
  throw error;
}

function jsonOf({ body, url }: HttpAnswer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    const error = new DownloadError(`${new URL(url).host} doesn't answer with data at ${new URL(url).pathname}.`);
    error.isUncertain = true;
    throw error;
  }
}

function idIn(json: unknown, path: readonly string[]): string | number {
  let value = json;
  for (const name of path)
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new DownloadError('The help desk created something without an id.');
}

function digestOf({ create, update }: DeskResource, ids: DeskIds): string {
  return digest(JSON.stringify([create.body, ...update.map(({ body }) => body)].map((body) => filledBody(body, ids))));
}

function localesOf({ key, locales }: DeskResource, codes: ReadonlyMap<string, string>): PushedLocales {
  const tag = key.split('@')[1];
  return tag === undefined ? { locales } : { locale: codes.get(tag) };
}
