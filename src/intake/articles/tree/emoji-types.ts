import type { CalloutType } from './callout-types.ts';

const EMOJI: [CalloutType, string][] = [
  ['note', 'ℹ️ ℹ 📘 📝 📌 🗒️ 🗒 📖 👉 🔎 🔍 💬 📣 📢'],
  ['tip', '💡 👍 ✅ ✨ 🎉 🟢 🙌 👌 ☝️ ☝ 🧠'],
  ['important', '❗️ ❗ ‼️ ‼ 🔑 🔔 ⭐️ ⭐'],
  ['warning', '⚠️ ⚠ 🚧 🚨 🛑 ⛔️ ⛔ ❌ 🔴 🟡 🟠 🔥 🚫 ☠️ 💥 ☢️'],
];
const ALL = EMOJI.flatMap(([type, list]) => list.split(' ').map((emoji) => ({ type, emoji }))).sort(
  (left, right) => right.emoji.length - left.emoji.length,
);

/** The type of callout that an emoji at the start of a text means, and the length of the emoji. */
export function typeOfEmoji(text: string): { type: CalloutType; length: number } | undefined {
  const found = ALL.find(({ emoji }) => text.startsWith(emoji));
  return found && { type: found.type, length: found.emoji.length };
}
