/**
 * Starts the person's browser for one capture: fresh profile, nothing of the person's own in it, pages held in
 * memory, no reports to the maker, sandbox on unless the system forbids it to root. Everything goes through the
 * proxy when there is one, names looked up by it too.
 */
import type { Browser, LaunchOptions } from 'playwright-core';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { BrowserFolder } from './browser-folder.ts';
import type { ChosenProxy } from './find-proxy.ts';

const FLAGS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--dns-prefetch-disable',
  '--no-pings',
  '--disk-cache-size=1',
  '--media-cache-size=1',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
];
/** What a browser needs of the environment; passphrases and proxies in it are none of its business. */
const HANDED_ON =
  /^(PATH|LANG|LANGUAGE|LC_\w+|TZ|DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|XDG_DATA_DIRS|XDG_RUNTIME_DIR|LD_LIBRARY_PATH|FONTCONFIG_\w+|SystemRoot|windir|COMSPEC|PROGRAMFILES\S*|PROGRAMDATA|USER|USERNAME|LOGNAME)$/iu;

export interface StartOptions {
  readonly executablePath: string;
  readonly folder: BrowserFolder;
  readonly proxy: ChosenProxy | null;
  readonly isRoot: boolean;
}

/**
 * Starts it.
 *
 * @throws OnRecordError `unsupported-runtime` when it does not start
 * @example
 * const browser = await startBrowser({ executablePath, folder, proxy: null, isRoot: false });
 */
export async function startBrowser(options: StartOptions): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  // The driver makes the profile where the system's temporary files go; there is no other way to tell it.
  const names = ['TMPDIR', 'TMP', 'TEMP'];
  const before = names.map((name) => process.env[name]);
  for (const name of names) process.env[name] = options.folder.path;
  try {
    return await chromium.launch(launchOptions(options));
  } catch (error) {
    throw new OnRecordError(
      'unsupported-runtime',
      `The browser ${options.executablePath} does not start${reasonOf(error)}. Name another with --browser PATH, or capture without one: --no-browser --allow-incomplete.`,
      { subject: options.executablePath, cause: error },
    );
  } finally {
    for (const [at, name] of names.entries()) {
      const value = before[at];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

function launchOptions({ executablePath, folder, proxy, isRoot }: StartOptions): LaunchOptions {
  const isSocks = proxy?.server.startsWith('socks') === true;
  const host = proxy === null ? '' : new URL(proxy.server.replace(/^socks\d/u, 'http')).hostname;
  return {
    executablePath,
    headless: true,
    chromiumSandbox: !isRoot,
    args: [...FLAGS, ...(isSocks ? [`--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE ${host}`] : [])],
    env: browserEnvironment(folder.path),
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: 60_000,
    ...(proxy === null
      ? {}
      : {
          proxy: {
            server: proxy.server,
            ...(proxy.username === null ? {} : { username: proxy.username }),
            ...(proxy.password === null ? {} : { password: proxy.password }),
          },
        }),
  };
}

function browserEnvironment(folder: string): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => HANDED_ON.test(entry[0]) && entry[1] !== undefined,
  );
  const own = [
    'HOME',
    'TMPDIR',
    'TMP',
    'TEMP',
    'XDG_CONFIG_HOME',
    'XDG_CACHE_HOME',
    'LOCALAPPDATA',
    'APPDATA',
  ];
  return { ...Object.fromEntries(kept), ...Object.fromEntries(own.map((name) => [name, folder])) };
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  if (/sandbox|userns|namespace/iu.test(text)) {
    return ': the system does not let it build its sandbox, and onrecord does not run it without';
  }
  if (/ENOENT|EACCES/u.test(text)) return ': it cannot be run';
  return '';
}
