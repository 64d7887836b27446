/** The programs in `receivers/`, by where they run. */
export const receiverNames = ['cloudflare', 'netlify', 'vercel', 'php', 'node'] as const;
export type ReceiverName = (typeof receiverNames)[number];
