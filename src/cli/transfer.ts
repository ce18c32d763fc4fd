/** `onrecord transfer`: passes sources to another organisation with the signatures of both. */
import { countersignTransfer, offerTransfer, receiveTransfer } from '../desk/custody/transfer.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import type { CustodyNeeds } from './custody-needs.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BY, byOf, REASON, wordsOf } from './figure-options.ts';
import { para } from './words.ts';

/**
 * The command over what it needs.
 *
 * @example
 * transferCommand(needs).name; // 'transfer'
 */
export function transferCommand(needs: CustodyNeeds): CommandFile {
  return {
    name: 'transfer',
    summary: 'pass sources on, with the signatures of both parties',
    description:
      'In three steps. The giver names sources and receiver: one statement for each source is written to a file, signed with the key of the vault. The receiver captures the files, then runs --countersign on the statements: their vault signs that it holds those bytes, and tells its key. The giver runs --receipt on the countersigned statements with that key, learnt by another way than the files; from then on both signatures stand in the log. Until then the transfer stands as waiting.',
    args: [['[source...]', 'ids of the sources to pass on, or their beginnings']],
    options: [
      ['--to <name>', 'who receives'],
      ['--out <folder>', 'where to write the statements (this folder when not given)'],
      ['--countersign <file...>', 'for the receiver: sign these statements'],
      ['--receipt <file...>', 'for the giver: take these countersigned statements back'],
      ['--key <vkey>', 'verifier key of the receiver’s vault'],
      REASON,
      BY,
    ],
    examples: [
      [
        'onrecord transfer src_7d2kq --to "The court" --reason "summons 12" --by "A. Archivist"',
        'signs a statement for the court',
      ],
      ['onrecord transfer --countersign transfer-src_7d2kq.txt --by "C. Clerk"', 'signs it for the receiver'],
      [
        'onrecord transfer --receipt transfer-src_7d2kq.countersigned.txt --key court.example/log+… --by "A. Archivist"',
        'logs the transfer with both signatures',
      ],
    ],
    usesVault: true,
    run: (call) => {
      const { countersign, receipt } = call.options;
      const ways = [call.args.length > 0, countersign !== undefined, receipt !== undefined];
      if (ways.filter(Boolean).length !== 1)
        throw usageError('Give either sources with --to, or --countersign, or --receipt', 'transfer');
      if (countersign !== undefined) return sign(call, needs, listOf(countersign));
      if (receipt !== undefined) return takeBack(call, needs, listOf(receipt));
      return offer(call, needs);
    },
  };
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

async function offer(call: Call, needs: CustodyNeeds): Promise<ExitCode> {
  const { options, terminal, args } = call;
  const to = wordsOf(options, 'to');
  if (to === null) throw usageError('Say who receives: --to NAME', 'transfer');
  const desk = await call.open('write');
  const [files, signing] = [await needs.files(), await needs.signing(desk)];
  const order = { to, toKey: wordsOf(options, 'key'), reason: wordsOf(options, 'reason'), by: byOf(options) };
  const written: { source: string; path: string; entry: number }[] = [];
  for (const source of args) {
    const { note, source: id, logged } = await offerTransfer(desk, signing, { ...order, source });
    const folder = wordsOf(options, 'out') ?? '.';
    const path = await put(files, `${folder}/transfer-${id.slice(0, 12)}-${logged.seq}.txt`, note);
    written.push({ source: id, path, entry: logged.seq });
  }
  if (terminal.json) terminal.outJson({ statements: written, key: desk.store.identity.vkey });
  else {
    for (const { path } of written) terminal.out(path);
    terminal.out(
      ...para(
        `Signed by you, waiting for ${to}. Send the statements with the files (onrecord copy); ${to} captures the files and signs with: onrecord transfer --countersign FILE`,
        terminal.paper,
      ),
    );
  }
  return EXIT.ok;
}

async function put(
  files: Awaited<ReturnType<CustodyNeeds['files']>>,
  path: string,
  note: string,
): Promise<string> {
  const staged = await files.stage(path, new TextEncoder().encode(note));
  await staged.keep();
  return staged.path;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

async function sign(call: Call, needs: CustodyNeeds, paths: readonly string[]): Promise<ExitCode> {
  const { options, terminal } = call;
  const desk = await call.open('write');
  const [files, signing] = [await needs.files(), await needs.signing(desk)];
  const written: { source: string; path: string; entry: number }[] = [];
  for (const path of paths) {
    const note = textOf(await files.read(path));
    const signed = await countersignTransfer(desk, signing, { note, by: byOf(options) });
    const target = `${path.replace(/\.txt$/u, '')}.countersigned.txt`;
    const { logged, statement } = signed;
    written.push({
      source: statement.source,
      path: await put(files, target, signed.note),
      entry: logged.seq,
    });
  }
  const { vkey } = desk.store.identity;
  if (terminal.json) terminal.outJson({ statements: written, key: vkey });
  else {
    for (const { path } of written) terminal.out(path);
    terminal.out(
      ...para(
        'Send these back. Tell the giver the key of your vault by another way than the files, in person or by telephone:',
        terminal.paper,
      ),
    );
    terminal.out(vkey);
  }
  return EXIT.ok;
}

async function takeBack(call: Call, needs: CustodyNeeds, paths: readonly string[]): Promise<ExitCode> {
  const { options, terminal } = call;
  const desk = await call.open('write');
  const files = await needs.files();
  const receiverKey = wordsOf(options, 'key');
  const done: { source: string; to: string; entry: number }[] = [];
  for (const path of paths) {
    const note = textOf(await files.read(path));
    const { statement, logged } = await receiveTransfer(desk, { note, receiverKey, by: byOf(options) });
    done.push({ source: statement.source, to: statement.receiver, entry: logged.seq });
  }
  if (terminal.json) terminal.outJson({ transferred: done });
  else
    for (const { source, to, entry } of done)
      terminal.out(
        ...para(`${source} transferred to ${to}: both signatures stand in entry ${entry}.`, terminal.paper),
      );
  return EXIT.ok;
}
