import { markLinks, markPages } from './mark-pages.ts';
import { listNear } from './near-list.ts';
import { CHECKED, type PageState, STATE } from './page-state.ts';
import { openPanel } from './panel.ts';
import { placeFindings } from './place-findings.ts';

// Runs on the pages of `npm run dev` only. The theme gallery shows its own findings, in frames.
const isGallery = window.top !== window || /\/theme\/(?:[^/]+\/)?$/.test(location.pathname);

if (!isGallery) await run();

async function run(): Promise<void> {
  const panel = openPanel();
  let marks: PageState['marks'] = {};
  const update = async () => {
    const answer = await fetch(`${STATE}?path=${encodeURIComponent(location.pathname)}`).catch(() => undefined);
    // The server is starting anew, and then it sends the page again.
    if (!answer?.ok) return;
    const state = (await answer.json()) as PageState;
    marks = state.marks;
    panel.show(state);
    placeFindings(state.here);
    markPages(state);
    listNear(state);
  };
  await update();
  // What the search finds is listed later.
  const follow = () => {
    markLinks(marks);
    panel.follow();
  };
  new MutationObserver(follow).observe(document.body, { childList: true, subtree: true });
  import.meta.hot?.on(CHECKED, update);
}
