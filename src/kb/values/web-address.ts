import { z } from 'zod';

/** Only http and https are safe to link to: other schemes, such as javascript:, can run code in the customer's browser. */
export const webAddress = z.url({
  protocol: /^https?$/,
  error: 'Write a full address such as https://help.example.com/.',
});
