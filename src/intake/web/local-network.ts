/** Which addresses belong to this machine or its network (RFC 1918, 4193, 6598, 3927, 4291): a public page must not lead there. */
import { BlockList, isIP } from 'node:net';

const LOCAL = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  LOCAL.addSubnet(net, bits, 'ipv4');
  LOCAL.addSubnet(`::ffff:${net}`, 96 + bits, 'ipv6');
}
LOCAL.addAddress('::', 'ipv6');
LOCAL.addAddress('::1', 'ipv6');
LOCAL.addSubnet('fc00::', 7, 'ipv6');
LOCAL.addSubnet('fe80::', 10, 'ipv6');

/**
 * Whether an address is of this machine or its network; false for a name.
 *
 * @example
 * isLocalAddress('192.168.1.1'); // true
 */
export function isLocalAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && LOCAL.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
