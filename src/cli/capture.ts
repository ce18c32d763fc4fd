/** `onrecord capture`: takes in files, folders, globs, standard input and, over the network, web addresses. */
import { openFiles, openReader, programVersion } from '../compose.ts';
import { captureSources } from '../desk/capture-sources.ts';
import { isWebAddress } from '../desk/capture-web.ts';
import type { Desk } from '../desk/desk.ts';
import type { GivenMetadata } from '../desk/given-metadata.ts';
import type { DocumentReader } from '../desk/ports/document-reader.ts';
import { captureAddresses, type WebFlags, webFlagsOf } from './capture-addresses.ts';
import { type CaptureReport, captureReport } from './capture-report.ts';
import type { Call, CommandFile } from './command.ts';
import { usageError } from './command.ts';
import { GIVEN_OPTIONS, givenOf } from './given-options.ts';
import { listenForStop } from './stop-signal.ts';

export const capture: CommandFile = {
  name: 'capture',
  summary: 'take in files, folders, standard input or web addresses',
  description:
    'Stores the bytes of every file, reads its text, and notes what the file says about itself. The same bytes are never stored twice. Ctrl-C stops after the current file; the same command goes on where it stopped. A file "report.html.yaml" or "report.yaml" beside "report.html" may say what the file does not: title, publisher, author, date, lang, url, kind, handling. A web address is contacted, after a line that says so: the page is loaded in your own Chromium, Chrome or Edge with a fresh profile and kept as one web archive (WACZ) with every request and answer, the HTML, a full-page picture and the time. A capture that lacks one of these is not stored unless --allow-incomplete says so.',
  args: [['<input...>', 'files, folders, globs in quotes, "-" for standard input, or web addresses']],
  options: [
    ...GIVEN_OPTIONS,
    ['--by <name>', 'who captures, as it will stand in the log (else ONRECORD_AGENT, else "machine")'],
    ['--max-mib <number>', 'refuse files larger than this many MiB (512 when not given)'],
    ['--no-browser', 'load a web address without a browser: the page alone, without a picture'],
    ['--browser <path>', 'the browser to use (else ONRECORD_BROWSER, else the one found)'],
    [
      '--proxy <address>',
      'go through http://host:port or socks5://host:port (else ALL_PROXY, HTTPS_PROXY or HTTP_PROXY); "none" goes directly',
    ],
    ['--timeout <seconds>', 'how long a page may load (45 when not given)'],
    ['--allow-incomplete', 'store a web capture that lacks something, marked as incomplete'],
  ],
  examples: [
    ['onrecord capture reports/', 'takes in a folder with all folders below it'],
    [
      'onrecord capture "saved/*.html" --publisher "The Valley Post" --lang en',
      'says what the files do not say',
    ],
    ['pbpaste | onrecord capture - --kind social-post', 'takes in standard input'],
    [
      'onrecord capture https://harbour.example/2021/depot --proxy socks5://127.0.0.1:9050',
      'takes in a web page through Tor',
    ],
  ],
  usesVault: true,
  async run(call) {
    const { options, terminal } = call;
    const given = givenOf(options, new Date());
    const mostMib = mibOf(options.maxMib);
    const addresses = call.args.filter(isWebAddress);
    const flags = webFlagsOf(options, addresses);
    const desk = await call.open('write');
    const report = captureReport(terminal, call);
    const stop = listenForStop(() => report.stopping());
    const reader = await openReader();
    const told = { reader, given, signal: stop.signal };
    const agent = agentOf(options.by);
    try {
      const files = await openFiles({ leaveOut: [desk.dir], mostMib });
      const paths = call.args.filter((input) => !isWebAddress(input));
      for await (const event of captureSources(desk, paths, {
        ...told,
        files,
        ...(agent === null ? {} : { agent }),
      }))
        report.event(event);
      if (addresses.length > 0) await overTheWeb(call, { ...told, addresses, flags, report, agent, desk });
    } catch (error) {
      report.broken();
      throw error;
    } finally {
      stop.release();
      await reader.close();
    }
    return report.end();
  },
};

interface WebPart {
  readonly addresses: readonly string[];
  readonly flags: WebFlags;
  readonly report: CaptureReport;
  readonly agent: string | null;
  readonly desk: Desk;
  readonly reader: DocumentReader;
  readonly given: GivenMetadata;
  readonly signal: AbortSignal;
}

/** Not opened at all without a web address: files never touch the network. */
async function overTheWeb(call: Call, { addresses, ...part }: WebPart): Promise<void> {
  const { openWebPages } = await import('../compose.ts');
  const pages = await openWebPages(part.flags);
  try {
    const software = `onrecord ${await programVersion()}`;
    await captureAddresses(addresses, { ...part, pages, software, width: call.terminal.paper.width });
  } finally {
    await pages.close();
  }
}

function mibOf(value: unknown): number | null {
  if (value === undefined) return null;
  const mib = Number(value);
  if (!Number.isFinite(mib) || mib <= 0)
    throw usageError('--max-mib must be a number greater than 0', 'capture');
  return mib;
}

/** Capturing decides nothing, so the program's own name will do when none is given. */
function agentOf(by: unknown): string | null {
  const name = (typeof by === 'string' ? by : (process.env.ONRECORD_AGENT ?? '')).trim();
  return name === '' ? null : name;
}
