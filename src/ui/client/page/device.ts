/** What a browser says about its device. All of it comes from the browser, and nothing is stored. */
export interface DeviceHints {
  userAgent: string;
  maxTouchPoints: number;
  userAgentData?: { platform: string } | undefined;
}

const platforms: readonly (readonly [platform: string, sign: RegExp])[] = [
  ['android', /android/i],
  ['ios', /iphone|ipad|ipod|^ios$/i],
  ['windows', /windows/i],
  ['mac', /mac ?os/i],
  ['linux', /linux|cros|chrome os/i],
];

/** The names of platforms that fit a device, the closest first; a computer without its own app gets the web. */
export function platformsOf({ userAgent, maxTouchPoints, userAgentData }: DeviceHints): readonly string[] {
  const said = userAgentData?.platform || userAgent;
  const platform = platforms.find(([, sign]) => sign.test(said))?.[0];
  // An iPad calls itself a Mac, but no Mac reports more than one touch point.
  if (platform === 'mac' && maxTouchPoints > 1) return ['ios'];
  if (platform === undefined) return [];
  return platform === 'android' || platform === 'ios' ? [platform] : [platform, 'web'];
}
