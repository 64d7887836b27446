const LONGEST = 300;

/**
 * Why a desk refused a message, in its own words: plain text, or the `message` or `error` of JSON.
 *
 * @returns an empty text if it gives no reason that a reader could use
 */
export async function refusalOf(answer: Response): Promise<string> {
  if (answer.status < 400 || answer.status >= 500) return '';
  const type = answer.headers.get('Content-Type') ?? '';
  const text = await answer.text().catch(() => '');
  const reason = /\bjson\b/.test(type) ? reasonIn(text) : type.startsWith('text/plain') ? text : '';
  return reason.length > LONGEST ? '' : reason.trim();
}

function reasonIn(text: string): string {
  try {
    const { message, error } = JSON.parse(text) as { message?: unknown; error?: unknown };
    const reason = message ?? error;
    return typeof reason === 'string' ? reason : '';
  } catch {
    return '';
  }
}
