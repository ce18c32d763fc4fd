/** `onrecord custody`: the chain of custody of a source, and what a person adds to it. */
import { custodyChain } from '../desk/custody/custody-chain.ts';
import { custodyPage } from '../desk/custody/custody-page.ts';
import { recordReceipt, recordRemark } from '../desk/custody/record-custody.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { custodyLines } from './custody-lines.ts';
import type { CustodyNeeds } from './custody-needs.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BY, byOf, wordsOf } from './figure-options.ts';
import { para } from './words.ts';

/**
 * The command over what it needs.
 *
 * @example
 * custodyCommand(needs).name; // 'custody'
 */
export function custodyCommand(needs: CustodyNeeds): CommandFile {
  return {
    name: 'custody',
    summary: 'the chain of custody of a source, for a court',
    description:
      'Prints who had a source when, and what was done with it: every step with its log entry, the time that was claimed, the interval that is proved, hashes, and what nobody recorded. --html writes it as one page to be printed, signed and filed. With --received-from or --note it adds a step instead. Of an erased source only the tombstone is shown.',
    args: [['<source>', 'id of the source or its beginning']],
    options: [
      ['--html <file>', 'write the page to this file; one that is there is not replaced'],
      ['--received-from <name>', 'record from whom the source was received'],
      ['--on <day>', 'when that was: 2031-03-04, 2031-03 or 2031-03-04T14:05Z'],
      ['--note <words>', 'a remark; it stays in the log'],
      BY,
    ],
    examples: [
      ['onrecord custody src_7d2kq --html custody.html', 'writes a page that a lawyer can file'],
      [
        'onrecord custody src_7d2kq --received-from "A courier" --on 2031-03-04 --by "A. Archivist"',
        'records from whom it came',
      ],
    ],
    usesVault: true,
    run: (call) =>
      call.options.receivedFrom === undefined && call.options.note === undefined
        ? tell(call, needs)
        : record(call),
  };
}

async function record(call: Call): Promise<ExitCode> {
  const { options, terminal } = call;
  if (options.html !== undefined)
    throw usageError('--html prints the chain; give it without --received-from and --note', 'custody');
  const desk = await call.open('write');
  const told = {
    source: call.args[0] ?? '',
    on: wordsOf(options, 'on'),
    note: wordsOf(options, 'note'),
    by: byOf(options),
  };
  const from = wordsOf(options, 'receivedFrom');
  const logged =
    from === null ? await recordRemark(desk, told) : await recordReceipt(desk, { ...told, from });
  if (terminal.json) terminal.outJson({ entry: logged.seq, leaf: logged.leaf });
  else terminal.out(...para(`Recorded as entry ${logged.seq}.`, terminal.paper));
  return EXIT.ok;
}

async function tell(call: Call, needs: CustodyNeeds): Promise<ExitCode> {
  const { options, terminal } = call;
  if (options.on !== undefined) throw usageError('--on belongs to --received-from or --note', 'custody');
  const desk = await call.open('read');
  const chain = await custodyChain(desk, call.args[0] ?? '', { publicRoots: await needs.publicRoots() });
  const html = wordsOf(options, 'html');
  let page: string | null = null;
  if (html !== null) {
    const files = await needs.files();
    const staged = await files.stage(
      html,
      new TextEncoder().encode(custodyPage(chain, await needs.version())),
    );
    await staged.keep();
    page = staged.path;
  }
  if (terminal.json) terminal.outJson({ ...chain, page });
  else if (page === null) terminal.out(...custodyLines(chain, terminal.paper));
  else {
    terminal.out(
      ...para(
        'The page is written. It names people and hashes: give it only to whom it is for.',
        terminal.paper,
      ),
    );
    terminal.out('', page);
  }
  return chain.captures.some(({ unchanged }) => unchanged === false) ? EXIT.differs : EXIT.ok;
}
