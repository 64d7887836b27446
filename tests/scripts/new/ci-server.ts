import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';

/** A comment or an issue as a code host keeps it. */
export interface Note {
  id: number;
  number: number;
  iid: number;
  user: { login: string };
  author: { id: number };
  title?: string;
  body?: string;
  description?: string;
}

/** The few addresses of the APIs of GitHub and GitLab that the workflows call, on this machine. */
export async function serveNotes({ pulls = [] as object[], notes = [] as Note[] } = {}) {
  const calls: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const answer = (value: unknown) => response.end(JSON.stringify(value));
    calls.push(`${request.method} ${pathname}`);
    if (request.method === 'GET') {
      const page = Number(searchParams.get('page') ?? 1);
      if (pathname === '/user') answer({ id: 7 });
      else answer((pathname.endsWith('/pulls') ? pulls : notes).slice((page - 1) * 100, page * 100));
      return;
    }
    const sent = JSON.parse(Buffer.concat(chunks).toString());
    if (request.method === 'POST') {
      const id = notes.length + 1;
      notes.push({ id, number: id, iid: id, user: { login: 'github-actions[bot]' }, author: { id: 7 }, ...sent });
      answer(notes.at(-1));
      return;
    }
    const note = notes.find(({ id }) => id === Number(pathname.split('/').at(-1)));
    answer(Object.assign(note ?? {}, sent));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, notes, calls };
}
