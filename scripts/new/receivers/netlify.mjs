// Receives votes and searches of a help center: a Netlify function with a Redis database of Upstash.
import { receive } from './receive.mjs';
import { redisStore } from './redis-store.mjs';

export default async function handler(request, context) {
  const { UPSTASH_REDIS_REST_URL: address, UPSTASH_REDIS_REST_TOKEN: token, OHJE_EXPORT_TOKEN } = process.env;
  return receive(request, { ip: context.ip, token: OHJE_EXPORT_TOKEN, store: redisStore(address, token) });
}

export const config = { path: '/ohje-receiver' };
