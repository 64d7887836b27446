import { readFile } from 'node:fs/promises';
import { homedir, hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { listFiles } from '#io/machine/files.ts';
import { engine } from '../run.ts';

/** Something in a built site that must not be there. */
export interface Catch {
  /** Relative to the site. */
  file: string;
  found: string;
}

// What secrets look like, by the systems that issue them.
const secrets: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}/,
  /\bglpat-[\w-]{20}/,
  /\bnpm_[A-Za-z0-9]{36}/,
  /\bxox[abprs]-[\w-]{10,}/,
  /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/,
  /\bAIza[\w-]{35}/,
  /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/"'<>@:]+:[^\s/"'<>@]+@[\w.-]+/i,
];

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Paths and names of this machine and its user, which a site that anyone can read must not mention. */
function tracesOfMachine(): RegExp[] {
  const { username, homedir: home } = userInfo();
  const host = hostname();
  const folders = [...new Set([engine, process.cwd(), tmpdir(), homedir(), home])].filter((path) => path.length > 3);
  return [
    // "/tmp" and "/root" are also the beginnings of addresses that a site can have.
    ...folders.map((path) => new RegExp(`${escapeRegExp(path)}/[\\w.-]`)),
    /file:\/\/\/[\w.]/,
    new RegExp(`/(?:home|Users)/${escapeRegExp(username)}\\b`),
    ...(host.length > 5 ? [new RegExp(`\\b${escapeRegExp(host)}\\b`)] : []),
  ];
}

/**
 * Looks through every byte of a built site, and through what is compressed or encoded in it, for words that were
 * planted in what is not published, for secrets, and for traces of the machine that built it.
 *
 * @param canaries planted words, in lowercase letters without accents, so word forms and search keys keep them
 * @param below only files whose path starts with this
 */
export async function hunt(folder: string, canaries: readonly string[], below = ''): Promise<Catch[]> {
  const patterns = [...secrets, ...tracesOfMachine()];
  const caught: Catch[] = [];
  for (const file of (await listFiles(folder)).filter((name) => name.startsWith(below))) {
    const texts = [file, ...readings(await readFile(join(folder, file)))];
    const folded = texts.map((text) => text.toLowerCase());
    for (const canary of canaries)
      if (folded.some((text) => text.includes(canary))) caught.push({ file, found: canary });
    for (const pattern of patterns)
      for (const text of texts) {
        const [found] = pattern.exec(text) ?? [];
        if (found !== undefined) caught.push({ file, found });
      }
  }
  return caught;
}

/** All ways to read a file as text: as it is, unpacked, and with what is encoded in it decoded. */
function readings(bytes: Buffer): string[] {
  const plain = [bytes, ...unpacked(bytes)];
  const texts = plain.flatMap((one) => [one.toString('utf8'), one.toString('utf16le')]);
  return texts.flatMap((text) => [text, ...decoded(text)]);
}

// The search index is compressed, with a signature before the text; so can be parts of other files.
function unpacked(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (
    let at = bytes.indexOf('\x1f\x8b\x08', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('\x1f\x8b\x08', at + 1, 'latin1')
  )
    try {
      found.push(gunzipSync(bytes.subarray(at)));
    } catch {
      // These three bytes were something else.
    }
  return found;
}

function decoded(text: string): string[] {
  const percent = text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString());
  const entities = text.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, digits?: string) =>
    safeCharacter(hex === undefined ? Number(digits) : Number.parseInt(hex, 16)),
  );
  const escapes = text.replace(/\\u\{?([0-9a-f]{4,6})\}?|\\x([0-9a-f]{2})/gi, (_, long?: string, short?: string) =>
    safeCharacter(Number.parseInt(long ?? short ?? '', 16)),
  );
  const base64 = [...text.matchAll(/[A-Za-z0-9+/_-]{12,}={0,2}/g)].map(([run]) =>
    Buffer.from(run, 'base64').toString(),
  );
  return [percent, entities, escapes, base64.join('\n')].filter((one) => one !== text && one !== '');
}

function safeCharacter(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
