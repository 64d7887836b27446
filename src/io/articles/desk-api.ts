import type { ArticleDesk, DeskAnswer, DeskApi } from '#intake/articles/desks/desk.ts';
import type { KeptAnswer, KeptAnswers } from './kept-answers.ts';
import { atServer, DownloadError, type patientFetch } from './patient-fetch.ts';

const LARGEST_ANSWER = 64 * 2 ** 20;

export interface DeskApiOptions {
  desk: ArticleDesk;
  base: URL;
  fetch: ReturnType<typeof patientFetch>;
  kept: KeptAnswers;
  /** Headers with the token; `undefined` if the environment has none. */
  headers: Readonly<Record<string, string>> | undefined;
  report(what: string): void;
  /** Called before each request. */
  show(requests: number): void;
}

/** The API of a help desk at an address. Every answer is kept, and asked for only once. */
export function deskApi(options: DeskApiOptions): DeskApi {
  const { base, desk, fetch, kept } = options;
  // Another token can see other articles. Only a hash of this is kept.
  const reader = JSON.stringify(options.headers ?? {});
  let requests = 0;

  const ask = async (path: string, body?: string): Promise<KeptAnswer> => {
    const url = within(path, base);
    const request = `${body === undefined ? 'GET' : 'POST'} ${url.href} ${body ?? ''} ${reader}`;
    const known = await kept.get(request);
    if (known) return known;
    options.show(++requests);
    for (let tries = 0; ; tries++) {
      const answer = await fetch(url, {
        accept: 'application/json',
        limit: LARGEST_ANSWER,
        ...(body !== undefined && { method: 'POST', body }),
      });
      const text = new TextDecoder().decode(answer.body);
      const fresh = { status: answer.status, text, url: answer.url, next: nextIn(answer.headers.get('link')) };
      if (answer.status === 200 && !isJson(text)) {
        // A connection that broke off leaves half an answer.
        if (tries < 2 && !/^\s*</.test(text)) continue;
        throw new DownloadError(
          `${url.host} doesn't answer with data at ${url.pathname}. Check that the address is that of ${desk.label}.`,
        );
      }
      // A refusal can be a matter of the token, which the next call may have.
      if (answer.status < 400 || answer.status === 404) await kept.put(request, fresh);
      return fresh;
    }
  };
  const read = ({ text, next }: KeptAnswer): DeskAnswer => ({ json: JSON.parse(text), next });
  const failure = (path: string, status: number) => {
    const url = within(path, base);
    const [variables, { about }] = [desk.token.variables.join(' and '), desk.token];
    if (status === 401 || status === 403)
      return new DownloadError(
        options.headers
          ? `${url.host} doesn't accept the token in ${variables}. ${about}`
          : `${url.host} asks for a token. Set ${variables}. ${about}`,
      );
    if (status === 404) return new DownloadError(`${url.host} has no articles of ${desk.label} at ${url.pathname}.`);
    return new DownloadError(`${url.host} answers ${status} at ${url.pathname}.`);
  };
  return {
    async get(path) {
      const answer = await ask(path);
      if (answer.status !== 200) throw failure(path, answer.status);
      return read(answer);
    },
    async getIfAllowed(path) {
      const answer = await ask(path);
      if (answer.status === 200) return read(answer);
      // Without a token, a refusal is expected.
      if (options.headers && answer.status !== 404)
        options.report(
          `What is at ${within(path, base).pathname} wasn't imported: ${base.host} answers ${answer.status}.`,
        );
      return undefined;
    },
    async post(path, body) {
      const answer = await ask(path, JSON.stringify(body));
      if (answer.status !== 200 && answer.status !== 201) throw failure(path, answer.status);
      return read(answer);
    },
    report: options.report,
  };
}

/** An address that an answer gives is read at the server that was named, whatever host it says. */
function within(path: string, base: URL): URL {
  return atServer(new URL(path, base), base);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** `<https://…?page=2>; rel="next"`. */
function nextIn(link: string | null): string | undefined {
  for (const part of link?.split(/,(?=\s*<)/) ?? []) {
    const [, address, rest = ''] = /^\s*<([^>]*)>(.*)$/.exec(part) ?? [];
    if (address && /\brel="?next\b/.test(rest)) return address;
  }
  return undefined;
}
