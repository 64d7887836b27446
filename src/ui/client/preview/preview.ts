import { markLinks, markPages } from './mark-pages.ts';
import { listNear } from './near-list.ts';
import { CHECKED, CONTENT, type PageState, STATE } from './page-state.ts';
import { openPanel } from './panel.ts';
import { placeFindings } from './place-findings.ts';

// Runs on the pages of `npm run dev` only. The theme gallery shows its own findings, in frames.
const isGallery = window.top !== window || /\/theme\/(?:[^/]+\/)?$/.test(location.pathname);

if (!isGallery) await run();

async function run(): Promise<void> {
  const panel = openPanel();
  const own = contentOfPage();
  let marks: PageState['marks'] = {};
  const update = async () => {
    const answer = await fetch(`${STATE}?path=${encodeURIComponent(location.pathname)}`).catch(() => undefined);
    // The server is starting anew, and then it sends the page again.
    if (!answer?.ok) return;
    const state = (await answer.json()) as PageState;
    // Saved after the page was made, and before it was connected.
    if (own !== undefined && own !== state.content) return location.reload();
    marks = state.marks;
    panel.show(state);
    placeFindings(state.here);
    markPages(state);
    listNear(state);
  };
  import.meta.hot?.on('vite:ws:connect', update);
  import.meta.hot?.on(CHECKED, update);
  await update();
  // What the search finds is listed later.
  const follow = () => {
    markLinks(marks);
    panel.follow();
  };
  new MutationObserver(follow).observe(document.body, { childList: true, subtree: true });
}

/** The version of the content that the page was made with. Browsers only tell pages that came from this machine. */
function contentOfPage(): string | undefined {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return page?.serverTiming?.find(({ name }) => name === CONTENT)?.description;
}
