import { anchorOf } from '#export/pdf/print-document.ts';
import { NOTHING, Refusal } from '../shared/failures.ts';

/** The pages that articles start on, from 1, by their anchors. */
export async function readPageNumbers(
  pdf: Uint8Array,
  articles: readonly { id: string }[],
): Promise<Map<string, number>> {
  const { getDocument } = await loadReader();
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  try {
    const numbers = new Map<string, number>();
    for (const article of articles) {
      const anchor = anchorOf(article);
      const [page] = (await document.getDestination(anchor)) ?? [];
      if (page) numbers.set(anchor, (await document.getPageIndex(page)) + 1);
    }
    return numbers;
  } finally {
    await task.destroy();
  }
}

async function loadReader() {
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Refusal(
      `The page numbers in the contents need a package. To install it, run: npm install --save-dev pdfjs-dist. ${NOTHING}`,
    );
  }
}
