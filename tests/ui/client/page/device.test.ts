import { describe, expect, it } from 'vitest';
import { platformsOf } from '#ui/client/page/device.ts';

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15';
const linux = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const android = 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36';
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1';

describe('the platforms of a device', () => {
  it.each([
    ['Windows', windows, 0, ['windows', 'web']],
    ['a Mac', mac, 0, ['mac', 'web']],
    ['Linux', linux, 0, ['linux', 'web']],
    ['a phone with Android', android, 5, ['android']],
    ['an iPhone', iphone, 5, ['ios']],
    ['an iPad, which calls itself a Mac', mac, 5, ['ios']],
    ['something nobody knows', 'curl/8', 0, []],
  ])('of %s are read from its user agent', (_, userAgent, maxTouchPoints, expected) => {
    expect(platformsOf({ userAgent, maxTouchPoints })).toEqual(expected);
  });

  it('are what the browser says, if it does', () => {
    const device = { userAgent: linux, maxTouchPoints: 5, userAgentData: { platform: 'Android' } };
    expect(platformsOf(device)).toEqual(['android']);
  });
});
