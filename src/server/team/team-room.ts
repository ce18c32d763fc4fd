/** What a team's server is handed beside the desk: its people, its address, and where requests come from. */
import type { OutsideDoor } from '../../desk/ports/outside-door.ts';
import type { Passkeys } from '../../desk/ports/passkeys.ts';
import type { Team } from '../../desk/team/team.ts';

export interface TeamRoom {
  readonly team: Team;
  readonly passkeys: Passkeys;
  /** The organisation's sign-in; null: there is none. */
  readonly outside: OutsideDoor | null;
  /** Under which the team is reached: `https://desk.example`. Nothing is answered under another name. */
  readonly publicAddress: URL;
  /**
   * The network address that a request came from; null: not known. From the connection, or from the header that the proxy in
   * front sets and nobody else can.
   */
  addressOf(headers: Headers, connection: string | null): string | null;
}

/** Where the organisation's sign-in sends browsers back to. */
export const OUTSIDE_PAGE = '/outside';

/**
 * Reads the address of a request.
 *
 * @param proxyHeader header that the proxy sets, of which its own entry is the last; null: there is no proxy, the connection counts
 * @example
 * addressReader('x-forwarded-for')(new Headers({ 'x-forwarded-for': '192.0.2.1, 192.0.2.7' }), '127.0.0.1'); // '192.0.2.7'
 */
export function addressReader(proxyHeader: string | null): TeamRoom['addressOf'] {
  return (headers, connection) => {
    if (proxyHeader === null) return connection;
    return headers.get(proxyHeader)?.split(',').at(-1)?.trim() || connection;
  };
}
