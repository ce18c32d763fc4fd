/** `onrecord copy`: a working copy leaves the vault, or a redacted or converted one comes in. */
import { copyOut } from '../desk/custody/copy-out.ts';
import { storeCopy } from '../desk/custody/store-copy.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import type { CustodyNeeds } from './custody-needs.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BY, byOf, REASON, wordsOf } from './figure-options.ts';
import { para } from './words.ts';

/**
 * The command over what it needs.
 *
 * @example
 * copyCommand(needs).name; // 'copy'
 */
export function copyCommand(needs: CustodyNeeds): CommandFile {
  return {
    name: 'copy',
    summary: 'take a working copy out, or a redacted one in',
    description:
      'With FILE it writes the bytes of a source to that file, as they came in, and logs who took them out for whom. With --redacted or --converted it takes a copy in that was made from the source: its bytes, its text, the tool and the reason stand in the log, linked to the original. The original is never touched. The file outside the vault is not encrypted.',
    args: [
      ['<source>', 'id of the source or capture, or its beginning'],
      ['[file]', 'where to write the copy; one that is there is not replaced'],
    ],
    options: [
      ['--to <name>', 'for whom the copy is'],
      ['--redacted <path>', 'take in this copy, from which parts were taken out'],
      ['--converted <path>', 'take in this copy, which a tool made'],
      ['--tool <name>', 'the tool that made it; needed with --converted'],
      ['--tool-version <version>', 'its version'],
      ['--parameter <key=value...>', 'how the tool was set; may be given several times'],
      REASON,
      BY,
    ],
    examples: [
      ['onrecord copy src_7d2kq letter.pdf --to "The translator" --by "A. Archivist"', 'takes a copy out'],
      [
        'onrecord copy src_7d2kq --redacted letter-cut.pdf --reason "names of witnesses" --by "A. Archivist"',
        'takes a redacted copy in',
      ],
    ],
    usesVault: true,
    run: (call) => {
      const coming = [call.options.redacted, call.options.converted].filter((one) => one !== undefined);
      if (coming.length + (call.args[1] === undefined ? 0 : 1) !== 1)
        throw usageError('Give one of FILE, --redacted PATH or --converted PATH', 'copy');
      return coming.length === 0 ? takeOut(call, needs) : takeIn(call, needs);
    },
  };
}

async function takeOut(call: Call, needs: CustodyNeeds): Promise<ExitCode> {
  const { options, terminal, args } = call;
  const desk = await call.open('write');
  const order = {
    id: args[0] ?? '',
    path: args[1] ?? '',
    to: wordsOf(options, 'to'),
    note: wordsOf(options, 'reason'),
    by: byOf(options),
  };
  const { capture, path, logged } = await copyOut(desk, order, await needs.files());
  if (terminal.json)
    terminal.outJson({ capture: capture.id, sha256: capture.sha256, path, entry: logged.seq });
  else {
    terminal.out(...para(`Copied, entry ${logged.seq}. SHA-256 ${capture.sha256}`, terminal.paper));
    terminal.out(
      ...para('The copy is not encrypted: delete it when it is no longer needed.', terminal.paper),
    );
    terminal.out('', path);
  }
  return EXIT.ok;
}

async function takeIn(call: Call, needs: CustodyNeeds): Promise<ExitCode> {
  const { options, terminal, args } = call;
  const kind = options.redacted === undefined ? 'derived' : 'redacted';
  const path = wordsOf(options, kind === 'redacted' ? 'redacted' : 'converted') ?? '';
  const tool = toolOf(call);
  const desk = await call.open('write');
  const bytes = await (await needs.files()).read(path);
  const reader = await needs.reader();
  try {
    const fileName = path.split(/[\\/]/u).at(-1) || path;
    const reason = wordsOf(options, 'reason');
    const order = { source: args[0] ?? '', kind, bytes, fileName, tool, reason, by: byOf(options) } as const;
    const { capture, logged, notes } = await storeCopy(desk, order, reader);
    if (terminal.json)
      terminal.outJson({
        capture: capture.id,
        sha256: capture.sha256,
        derivedFrom: capture.derivedFrom,
        entry: logged.seq,
        notes,
      });
    else {
      for (const note of notes) terminal.err(...para(`! ${fileName}: ${note}`, terminal.paper));
      terminal.out(
        ...para(
          `Stored as working copy ${capture.id}, entry ${logged.seq}. The original stays as it is.`,
          terminal.paper,
        ),
      );
    }
    return EXIT.ok;
  } finally {
    await reader.close();
  }
}

function toolOf({ options }: Call) {
  const [name, version] = [wordsOf(options, 'tool'), wordsOf(options, 'toolVersion')];
  if (name === null && version === null && options.parameter === undefined) return null;
  if (name === null || version === null)
    throw usageError('--tool and --tool-version belong together', 'copy');
  const given = Array.isArray(options.parameter) ? options.parameter : [];
  const parameters = given.map((one: string): [string, string] => {
    const at = one.indexOf('=');
    if (at < 1 || at === one.length - 1) throw usageError('--parameter must be KEY=VALUE', 'copy');
    return [one.slice(0, at), one.slice(at + 1)];
  });
  return { name, version, parameters: Object.fromEntries(parameters) };
}
