import type { Output } from './output.ts';

/**
 * `_headers`, for hosts that read it: lets pages of other hosts read the help center, as the widget inside a product
 * does. An internal site stays closed.
 */
export const headers: Output = function* ({ audience, base }) {
  if (audience === 'public') yield { path: '_headers', text: `${base}*\n  Access-Control-Allow-Origin: *\n` };
};
