// The library ships no types.
declare module 'stopword' {
  /** Lists of words by the three-letter code of ISO 639-3. */
  const lists: Readonly<Record<string, readonly string[] | undefined>>;
  export default lists;
}
