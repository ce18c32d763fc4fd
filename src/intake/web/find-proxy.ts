/**
 * Which proxy the person wants everything to go through: --proxy, else what the environment says. With a proxy
 * nothing goes directly, NO_PROXY included: a proxy is often there so that an address is not seen to be visited.
 */
import { OnRecordError } from '../../record/onrecord-error.ts';

export interface ChosenProxy {
  /** As a browser takes it: "socks5://127.0.0.1:9050". */
  readonly server: string;
  readonly username: string | null;
  readonly password: string | null;
  /** "--proxy", or the name of the variable. */
  readonly from: string;
}

const SCHEMES: Readonly<Record<string, string>> = {
  'http:': 'http',
  'https:': 'https',
  'socks:': 'socks5',
  'socks5:': 'socks5',
  'socks5h:': 'socks5',
  'socks4:': 'socks4',
  'socks4a:': 'socks4',
};
const VARIABLES = ['ALL_PROXY', 'HTTPS_PROXY', 'HTTP_PROXY'] as const;

/**
 * The proxy to use; null: none is wanted.
 *
 * @param given what --proxy says; "none" goes directly whatever the environment says; null: not given
 * @throws OnRecordError `bad-usage` for a proxy that cannot be understood, so that nothing leaks past it
 * @example
 * findProxy('socks5h://127.0.0.1:9050', {})?.server; // 'socks5://127.0.0.1:9050'
 */
export function findProxy(
  given: string | null,
  env: Readonly<Record<string, string | undefined>>,
): ChosenProxy | null {
  if (given === 'none') return null;
  if (given !== null) return readProxy(given, '--proxy');
  for (const name of VARIABLES) {
    const value = (env[name] || env[name.toLowerCase()] || '').trim();
    if (value !== '') return readProxy(value, name);
  }
  return null;
}

function readProxy(value: string, from: string): ChosenProxy {
  const address = /^[a-z][a-z\d]*:\/\//iu.test(value) ? value : `http://${value}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  const scheme = url === null ? undefined : SCHEMES[url.protocol];
  if (url === null || scheme === undefined || url.hostname === '') {
    throw new OnRecordError(
      'bad-usage',
      `The proxy in ${from} cannot be understood, and nothing was contacted. Write it as http://host:port or socks5://host:port.`,
    );
  }
  const isSocks = scheme.startsWith('socks');
  if (isSocks && url.username !== '') {
    throw new OnRecordError(
      'bad-usage',
      `The proxy in ${from} asks for a name and password; browsers cannot give these to a SOCKS proxy. Nothing was contacted.`,
    );
  }
  const port = url.port || (isSocks ? '1080' : scheme === 'https' ? '443' : '80');
  return {
    server: `${scheme}://${url.hostname}:${port}`,
    username: url.username === '' ? null : decodeURIComponent(url.username),
    password: url.password === '' ? null : decodeURIComponent(url.password),
    from,
  };
}
