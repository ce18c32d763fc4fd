/** Many texts added to the index at once: words on threads, one comparing of all, one new run in place of all old ones. */
import type { FingerprintBlock, ReuseBlocks } from '../../desk/ports/reuse-blocks.ts';
import type { ComparedCapture, FoundPair } from '../../desk/ports/reuse-index.ts';
import type { CaptureId } from '../../record/id.ts';
import { BLOCKS } from '../../text/reuse/all-pairs.ts';
import { compareAll } from './compare-all.ts';
import type { ComparingPool } from './comparing-pool.ts';
import { bitsFor, cutIntoBlocks } from './fingerprint-runs.ts';
import { openSharedWordRow, type SharedWordRow } from './shared-words.ts';

/** Texts whose words a thread reads in one go. */
const BATCH = 200;

interface Batch {
  readonly texts: readonly ComparedCapture[];
  readonly words: Promise<{ readonly codes: Uint16Array; readonly lengths: Uint32Array }>;
}

/**
 * Adds texts and tells the pairs in which one of them is.
 *
 * @param most texts that come at most
 * @throws OnRecordError `too-large`, `unsupported-runtime`
 * @example
 * for (const { capture, other, passages } of await addMany({ blocks, pool }, texts, 5000)) void passages;
 */
export async function addMany(
  { blocks, pool }: { readonly blocks: ReuseBlocks; readonly pool: ComparingPool },
  texts: AsyncIterable<ComparedCapture>,
  most: number,
): Promise<Generator<FoundPair>> {
  const old = [...blocks.captures(0)];
  const captures: CaptureId[] = old.map(({ capture }) => capture);
  const row = openSharedWordRow(old.length + most);
  for (const [text, { outlet, length }] of old.entries())
    row.add(blocks.words(text), { lengths: [length], outlets: [outlet] });
  const waiting: Batch[] = [];
  const settle = async (): Promise<void> => {
    const batch = waiting.shift();
    if (batch !== undefined) store(batch.texts, await batch.words, { blocks, row, captures });
  };
  for await (const some of inBatches(texts)) {
    const words = pool.ask({ kind: 'words', texts: some.map(({ text }) => text) });
    // A fault is told where the words are awaited; until then it must not end the process.
    words.catch(() => undefined);
    waiting.push({ texts: some, words });
    if (waiting.length > pool.threads * 2) await settle();
  }
  while (waiting.length > 0) await settle();

  const corpus = row.corpus();
  const runs = blocks.runs();
  const id = 1 + Math.max(0, ...runs.map((run) => run.id));
  // Winnowing keeps two of five runs.
  const bits = bitsFor(corpus.words.length * 0.4, Math.log2(BLOCKS));
  let entries = 0;
  blocks.dropRun(id);
  const pairs = await compareAll(corpus, {
    pool,
    firstNew: old.length,
    onEntries(_, own) {
      const counted = function* (): Generator<FingerprintBlock> {
        for (const block of cutIntoBlocks(own, { bits, starts: corpus.starts })) {
          entries += block.entries.length / 2;
          yield block;
        }
      };
      blocks.together(() => blocks.addBlocks(id, counted()));
    },
  });
  blocks.together(() => {
    for (const run of runs) blocks.dropRun(run.id);
    blocks.addRun({ id, bits, entries, upTo: captures.length });
  });
  return named(pairs, captures);
}

function* named(
  pairs: Iterable<{ readonly a: number; readonly b: number; readonly passages: FoundPair['passages'] }>,
  captures: readonly CaptureId[],
): Generator<FoundPair> {
  for (const { a, b, passages } of pairs) {
    const [other, capture] = [captures[a], captures[b]];
    if (other !== undefined && capture !== undefined) yield { capture, other, passages };
  }
}

function store(
  texts: readonly ComparedCapture[],
  { codes, lengths }: { readonly codes: Uint16Array; readonly lengths: Uint32Array },
  into: { readonly blocks: ReuseBlocks; readonly row: SharedWordRow; readonly captures: CaptureId[] },
): void {
  const outlets = texts.map(({ outlet }) => outlet ?? '');
  into.row.add(codes, { lengths, outlets });
  let from = 0;
  into.blocks.together(() => {
    for (const [i, { capture }] of texts.entries()) {
      const to = from + (lengths[i] ?? 0);
      into.blocks.addCapture({ capture, outlet: outlets[i] ?? '', words: codes.subarray(from, to) });
      into.captures.push(capture);
      from = to;
    }
  });
}

async function* inBatches(texts: AsyncIterable<ComparedCapture>): AsyncGenerator<ComparedCapture[]> {
  let batch: ComparedCapture[] = [];
  for await (const text of texts) {
    batch.push(text);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
