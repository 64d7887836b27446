// What an index has of CBOR (RFC 8949), by the numbers there.
const NUMBER = 0;
const NEGATIVE = 1;
const TEXT = 3;
const LIST = 4;

/**
 * Reads an index one item after the other, so its lists of pages can be copied as they are. There are millions of items,
 * too many for objects.
 */
export class CborReader {
  at = 0;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** The number that begins here, or how long the list or the text is that begins here. */
  next(): number {
    const first = this.#bytes[this.at++] ?? 0xff;
    let value = first & 31;
    if (value >= 24) {
      if (value > 26) throw new Error(`Pagefind's index has something unknown at byte ${this.at - 1}.`);
      let left = 1 << (value - 24);
      for (value = 0; left > 0; left--) value = value * 256 + (this.#bytes[this.at++] ?? 0);
    }
    return first >> 5 === NEGATIVE ? -1 - value : value;
  }

  /** @throws if no list of this length begins here */
  list(length: number): void {
    const at = this.at;
    const found = this.next();
    if (found !== length) throw new Error(`Pagefind's index has ${found} items instead of ${length} at byte ${at}.`);
  }

  /** The bytes of a text in UTF-8, each as a character: sorted like bytes, and copied without reading them. */
  text(): string {
    const length = this.next();
    this.at += length;
    return this.#bytes.toString('latin1', this.at - length, this.at);
  }
}

/** Writes an index. */
export class CborWriter {
  length = 0;
  #bytes = Buffer.allocUnsafe(1 << 10);

  number(value: number): void {
    if (value < 0) this.#head(NEGATIVE, -1 - value);
    else this.#head(NUMBER, value);
  }

  /** The start of a list. */
  list(length: number): void {
    this.#head(LIST, length);
  }

  /** @param text as {@link CborReader.text} reads it */
  text(text: string): void {
    this.#head(TEXT, text.length);
    this.#reserve(text.length);
    this.length += this.#bytes.write(text, this.length, 'latin1');
  }

  /** Items of another index. */
  copy(bytes: Uint8Array, start: number, end: number): void {
    this.#reserve(end - start);
    this.#bytes.set(bytes.subarray(start, end), this.length);
    this.length += end - start;
  }

  /** What was written. */
  bytes(): Buffer {
    return this.#bytes.subarray(0, this.length);
  }

  #head(kind: number, value: number): void {
    this.#reserve(5);
    const first = kind << 5;
    if (value < 24) this.#bytes[this.length++] = first + value;
    else if (value < 0x100) {
      this.#bytes[this.length++] = first + 24;
      this.#bytes[this.length++] = value;
    } else if (value < 0x10000) {
      this.#bytes[this.length++] = first + 25;
      this.length = this.#bytes.writeUInt16BE(value, this.length);
    } else {
      this.#bytes[this.length++] = first + 26;
      this.length = this.#bytes.writeUInt32BE(value, this.length);
    }
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.length + more, this.#bytes.length * 2));
    this.#bytes.copy(larger);
    this.#bytes = larger;
  }
}
