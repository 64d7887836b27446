import { z } from 'zod';

/** Only such an address is safe to link to: others, such as javascript:, would run code in the customer's browser. */
export const webAddress = z.url({
  protocol: /^https?$/,
  error: 'Write a whole address such as https://help.example.com/.',
});
