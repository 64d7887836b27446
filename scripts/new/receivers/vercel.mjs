// Receives votes and searches of a help center: a Vercel function with a Redis database of Upstash.
import { receive } from './receive.mjs';
import { redisStore } from './redis-store.mjs';

async function handle(request) {
  // Vercel's own storage page sets the first pair, Upstash's the second.
  const { KV_REST_API_URL, KV_REST_API_TOKEN, OHJE_EXPORT_TOKEN } = process.env;
  const { UPSTASH_REDIS_REST_URL = KV_REST_API_URL, UPSTASH_REDIS_REST_TOKEN = KV_REST_API_TOKEN } = process.env;
  return receive(request, {
    ip: request.headers.get('x-real-ip') ?? '',
    token: OHJE_EXPORT_TOKEN,
    store: redisStore(UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN),
  });
}

export { handle as DELETE, handle as GET, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT };
