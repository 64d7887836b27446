/** Makes Back close what covers the screen of a phone, instead of leaving the product. */
export interface BackCloses {
  /** It covers the screen now. */
  ready(): void;
  /** It is closed. */
  done(): void;
}

export function backCloses(close: () => void): BackCloses {
  let isReady = false;
  const mark = 'ohje';
  const isOurs = () => typeof history.state === 'object' && history.state !== null && mark in history.state;
  addEventListener('popstate', () => {
    if (!isReady || isOurs()) return;
    isReady = false;
    close();
  });
  return {
    ready() {
      if (isReady) return;
      isReady = true;
      // The router of the product finds its own state there.
      const state: unknown = history.state;
      history.pushState({ ...(typeof state === 'object' ? state : {}), [mark]: true }, '');
    },
    done() {
      if (!isReady) return;
      isReady = false;
      // The product may show another page by now.
      if (isOurs()) history.back();
    },
  };
}
