/**
 * Whether texts may go to an address. Only a program on this machine is allowed, unless somebody says that the texts may
 * leave it; then only over TLS. A name counts by the addresses behind it, and those very addresses are asked afterwards, so
 * that a name cannot change its mind in between. Whatever is not understood is refused.
 */
import { lookup as lookupName } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { OnRecordError } from '../../record/onrecord-error.ts';

/** An endpoint that may be asked. */
export interface Endpoint {
  /** Base address, without a slash at the end: "http://127.0.0.1:8080/v1". */
  readonly base: string;
  /** The address that is connected to. */
  readonly ip: string;
  /** True: it is another machine. */
  readonly leaves: boolean;
}

/** Finds the addresses behind a name. */
export type Lookup = (name: string) => Promise<readonly string[]>;

const OWN_MACHINE = new BlockList();
OWN_MACHINE.addSubnet('127.0.0.0', 8, 'ipv4');
OWN_MACHINE.addAddress('::1', 'ipv6');

const lookupAll: Lookup = async (name) =>
  (await lookupName(name, { all: true })).map(({ address }) => address);

/**
 * Checks an address.
 *
 * @param options.mayLeave somebody said that the texts may leave this machine
 * @throws OnRecordError `bad-usage` for an address that is refused, `unreachable` for a name that nobody knows
 * @example
 * await checkEndpoint('http://127.0.0.1:8080/v1', { mayLeave: false }); // { base, ip: '127.0.0.1', leaves: false }
 */
export async function checkEndpoint(
  address: string,
  options: { readonly mayLeave: boolean; readonly lookup?: Lookup },
): Promise<Endpoint> {
  const url = parsed(address);
  const name = url.hostname.replace(/^\[|\]$/gu, '');
  const addresses = isIP(name) === 0 ? await found(name, options.lookup ?? lookupAll) : [name];
  const [ip] = addresses;
  if (ip === undefined) throw unknown(name);
  const leaves = !addresses.every(isOwn);
  if (leaves && !options.mayLeave) {
    throw new OnRecordError(
      'bad-usage',
      `${name} is another machine: the texts would leave this one. Run the model here, or allow it with --let-texts-leave.`,
      { subject: name },
    );
  }
  if (leaves && url.protocol !== 'https:') {
    throw new OnRecordError(
      'bad-usage',
      `${name} is another machine, and over http:// anybody on the way reads the texts: give an https:// address.`,
      { subject: name },
    );
  }
  return { base: `${url.origin}${url.pathname.replace(/\/+$/u, '')}`, ip, leaves };
}

function parsed(address: string): URL {
  const refused = (why: string): OnRecordError =>
    new OnRecordError(
      'bad-usage',
      `--endpoint ${why}. An address such as http://127.0.0.1:8080/v1 is needed.`,
    );
  if (!URL.canParse(address)) throw refused('is no address');
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refused('must begin with http:// or https://');
  if (url.username !== '' || url.password !== '') throw refused('must hold no name and no password');
  if (url.search !== '' || url.hash !== '') throw refused('must hold no ? and no #');
  return url;
}

async function found(name: string, lookup: Lookup): Promise<readonly string[]> {
  try {
    return await lookup(name);
  } catch {
    throw unknown(name);
  }
}

function unknown(name: string): OnRecordError {
  return new OnRecordError('unreachable', `No machine of the name ${name} is known here.`, { subject: name });
}

function isOwn(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && OWN_MACHINE.check(address, family === 4 ? 'ipv4' : 'ipv6');
}
