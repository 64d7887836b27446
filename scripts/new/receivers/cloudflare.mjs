// Receives votes and searches of a help center: a Cloudflare Worker with a D1 database named DB.
import { receive } from './receive.mjs';
import { sqlStore, tables } from './sql-store.mjs';

let isReady = false;

export default {
  async fetch(request, env) {
    if (!isReady)
      isReady = await env.DB.batch(tables.map((statement) => env.DB.prepare(statement))).then(
        () => true,
        () => false,
      );
    const run = async (statement, values) =>
      (
        await env.DB.prepare(statement)
          .bind(...values)
          .all()
      ).results;
    return receive(request, {
      ip: request.headers.get('cf-connecting-ip') ?? '',
      token: env.OHJE_EXPORT_TOKEN,
      store: sqlStore(run),
    });
  },
};
