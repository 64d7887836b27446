// The library ships no types.
declare module 'stopword' {
  /** Lists of words by the language's three letters of ISO 639-3. */
  const lists: Readonly<Record<string, readonly string[] | undefined>>;
  export default lists;
}
