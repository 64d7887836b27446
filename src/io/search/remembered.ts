/**
 * What is known for a key, or else what `make` gives. If there are too many, what wasn't needed for longest is forgotten.
 *
 * @param known what is remembered; nothing else may change it
 */
export function remembered<Value>(known: Map<string, Value>, key: string, most: number, make: () => Value): Value {
  const value = known.get(key) ?? make();
  // A map lists its keys in the order in which they were set.
  known.delete(key);
  if (known.size >= most) {
    const [oldest] = known.keys();
    if (oldest !== undefined) known.delete(oldest);
  }
  known.set(key, value);
  return value;
}
