/**
 * Sends an event to listeners on `document`, and to the company's own collector if one is set.
 *
 * @param address of the collector, which gets one JSON object `{event, …detail}` a request
 */
export function emitEvent(name: string, detail: object, address?: string): void {
  document.dispatchEvent(new CustomEvent(name, { detail }));
  if (address) send(address, { event: name, ...detail });
}

// Not `sendBeacon`, which sends cookies. Plain text, because JSON would need a CORS preflight.
function send(address: string, event: object): void {
  fetch(address, {
    method: 'POST',
    mode: 'no-cors',
    credentials: 'omit',
    keepalive: true,
    // The address of the results page includes the question as it was typed.
    referrerPolicy: 'origin',
    headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
    body: JSON.stringify(event),
  }).catch(() => undefined);
}
