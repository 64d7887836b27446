import { type ShownFinding, VERSION } from '#ui/client/preview/page-state.ts';

const words = { error: '✕ Error', warning: '▲ Warning', info: '● Note' };

const styles = `
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; max-inline-size: 48rem; margin: 0 auto; padding: 2rem 1rem; color: #1b1f24; background: #fff; overflow-wrap: anywhere }
h1 { font-size: 1.6rem; line-height: 1.25 }
h2 { font-size: 1.1rem; margin-block-start: 2rem }
ul { list-style: none; padding: 0 }
li { margin-block: 1rem; padding: 0.75rem 1rem; border-inline-start: 4px solid #b3261e; background: #f4f6f8; border-radius: 4px }
li.warning, li.info { border-color: #8a5a00 }
p { margin: 0.25rem 0 }
code { font-family: ui-monospace, monospace }
button { font: inherit; padding: 0.25rem 0.75rem; border: 1px solid #6b7480; border-radius: 4px; background: none; color: inherit; cursor: pointer }
a { color: inherit }
@media (prefers-color-scheme: dark) { body { color: #eceef1; background: #14171b } li { background: #1e2329; border-color: #ffb4ab } li.warning, li.info { border-color: #ffd58a } }
`;

// The page is shown again after each check: it may exist now.
const script = `
let seen;
setInterval(async () => {
  const answer = await fetch(${JSON.stringify(VERSION)}, { cache: 'no-store' }).catch(() => undefined);
  const now = answer?.ok ? await answer.text() : undefined;
  if (now === undefined) return;
  if (seen !== undefined && now !== seen) location.reload();
  seen = now;
}, 500);
for (const button of document.querySelectorAll('[data-file]'))
  button.addEventListener('click', () => fetch('/__open-in-editor?file=' + encodeURIComponent(button.dataset.file)));
`;

/**
 * A page about a page that cannot be shown.
 *
 * @param about what readers cannot see, and what to do
 * @param version of the check, so a check that ended in the meantime is noticed
 */
export function findingsPage(
  title: string,
  about: string,
  lists: readonly { heading: string; findings: readonly ShownFinding[] }[],
  version: number,
): string {
  const shown = lists.filter(({ findings }) => findings.length > 0);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${styles}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(about)}</p>
${shown.map(({ heading, findings }) => `<h2>${escaped(heading)}</h2>\n<ul>${findings.map(item).join('\n')}</ul>`).join('\n')}
</main>
<script type="module">${script.replace('let seen', `let seen = '${version}'`)}</script>
</body>
</html>
`;
}

function item({ severity, says, fix, place, file }: ShownFinding): string {
  const where = file
    ? `<button type="button" data-file="${escaped(file)}">Open <code>${escaped(place)}</code></button>`
    : `<code>${escaped(place)}</code>`;
  return `<li class="${severity}"><p><strong>${words[severity]}:</strong> ${escaped(says)}</p><p>${escaped(fix)}</p><p>${where}</p></li>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);
}
