import type { CalloutType } from './callout-types.ts';

const NAMES: Record<string, CalloutType> = {
  yellow: 'warning',
  orange: 'warning',
  amber: 'warning',
  red: 'warning',
  pink: 'warning',
  green: 'tip',
  teal: 'tip',
  blue: 'note',
  grey: 'note',
  gray: 'note',
  purple: 'note',
};

function channelsOf(color: string): [number, number, number] | undefined {
  const hex = /^#([\da-f]{3,8})$/i.exec(color)?.[1];
  if (hex) {
    const digits = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
    return [red, green, blue];
  }
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/i.exec(color);
  return rgb ? [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])] : undefined;
}

/** The type of callout that a color of its box means: red and yellow warn, green advises, blue and gray inform. */
export function typeOfColor(color: string): CalloutType | undefined {
  const key = color.trim().toLowerCase();
  if (Object.hasOwn(NAMES, key)) return NAMES[key];
  const channels = channelsOf(key);
  if (!channels) return undefined;
  const [red, green, blue] = channels;
  const [low, high] = [Math.min(...channels), Math.max(...channels)];
  if (high - low < 12) return 'note';
  if (high === blue) return 'note';
  // Yellow is red with nearly as much green.
  if (high === red) return 'warning';
  return green - red > 8 ? 'tip' : 'warning';
}
