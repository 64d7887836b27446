import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

// A picture in an article can name any address. What only this machine or its network can reach must not be fetched.
const closed = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  closed.addSubnet(network, bits, 'ipv6');

/** Whether a host is this machine or in its network; a host that isn't found isn't. */
export async function isPrivateHost(hostname: string): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [{ address: host }] : await lookup(host, { all: true }).catch(() => []);
  // A block list knows IPv4 addresses also as `::ffff:127.0.0.1`.
  return addresses.some(({ address }) => closed.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'));
}
