/** How a system exchanges two folders in one step; the symbols are those of its C library. */
const signatures: Partial<
  Record<NodeJS.Platform, { text: string; call: (run: Exchange, a: string, b: string) => number }>
> = {
  // renameat2(2): -100 is AT_FDCWD, 2 is RENAME_EXCHANGE.
  linux: {
    text: 'int renameat2(int, const char *, int, const char *, unsigned int)',
    call: (run, a, b) => run(-100, a, -100, b, 2),
  },
  // renamex_np(2): 2 is RENAME_SWAP.
  darwin: {
    text: 'int renamex_np(const char *, const char *, unsigned int)',
    call: (run, a, b) => run(a, b, 2),
  },
};

type Exchange = (...values: (string | number)[]) => number;

/**
 * Exchanges two folders of one disk in one step, so no one ever finds neither of them.
 *
 * Node has no function for this, so it calls the system's own.
 *
 * @param one absolute, as is `other`
 * @returns false, with nothing changed, if the system or this disk can't do that, or a folder is missing
 */
export async function exchangeFolders(one: string, other: string): Promise<boolean> {
  const signature = signatures[process.platform];
  if (!signature) return false;
  try {
    const { default: koffi } = await import('koffi');
    const run = koffi.load(null).func(signature.text) as Exchange;
    return signature.call(run, one, other) === 0;
  } catch {
    // An old C library lacks the function, and some processors lack the package.
    return false;
  }
}
