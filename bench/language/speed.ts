/**
 * How fast texts are read, end to end: text in, proposals out, with the data loaded. Time is processor time of this process
 * (all its threads: reading, garbage collection, compilation), so that other programs on the machine do not change it; the
 * second pass over the texts counts. Beside it, in the same run and on the same texts, a peer in Python, where somebody put it
 * (see peer/direct_quotations.py): spaCy with textacy's direct quotations, held to one thread.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReaderAssets } from '../../src/compose/reader-assets.ts';
import { openTextReader, type TextReader } from '../../src/text/open-text-reader.ts';
import type { ReadInput } from '../../src/text/proposed-claim.ts';
import { type Context, type Figures, type Part, rounded } from './part.ts';
import { fiveMb, speedTexts, wordsOf } from './speed-texts.ts';

const PEER = 'textacy 0.13.0 direct_quotations on spaCy 3.8 en_core_web_sm';
const PEER_PYTHON = process.env.ONRECORD_PEER_PYTHON ?? join(tmpdir(), 'onrecord-peer', 'bin', 'python');
/** Articles for the peer: enough for a steady figure, few enough to wait for. */
const PEER_TEXTS = 60;

export const speed: Part = {
  name: 'speed',
  about:
    'words per second of one core from text to proposals; load, memory, 5 MB; beside a peer on the same texts',
  run: async (context) => {
    const assets = await readReaderAssets();
    const reader = openTextReader(assets);
    const { from, inputs } = speedTexts();
    context.say(`${reader.extractor} on ${from}, ${counted(inputs)} words`);
    const own = wordsPerSecond(reader, inputs);
    context.say(`words_per_second: ${Math.round(own)} of one core (at least 20,000 are wanted)`);
    return {
      extractor: reader.extractor,
      words_per_second: Math.round(own),
      ...loadFigures(context),
      ...longText(context, reader, inputs),
      ...memory(context),
      ...peer(context, inputs, own),
    };
  },
};

function counted(inputs: readonly ReadInput[]): number {
  return inputs.reduce((sum, { text }) => sum + wordsOf(text), 0);
}

/** Seconds of processor time of this process. */
function processorSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function wordsPerSecond(reader: TextReader, inputs: readonly ReadInput[]): number {
  let claims = 0;
  const pass = (): void => {
    for (const input of inputs) claims += reader.read(input).claims.length;
  };
  pass();
  const seconds = processorSeconds(pass);
  if (claims === 0) throw new Error('nothing was proposed: the figure would mean nothing');
  return counted(inputs) / seconds;
}

/** A fresh process, for the data and the code are in this one already. */
function loadFigures({ say }: Context): Figures {
  const program = new URL('load-reader.ts', import.meta.url).pathname;
  const taken = Array.from({ length: 3 }, () => {
    const out = execFileSync(process.execPath, [program], { encoding: 'utf8' });
    return (JSON.parse(out) as { processor: number }).processor;
  });
  const load = Math.min(...taken);
  say(
    `load_ms: ${load.toFixed(0)} of processor time to read the data and open the reader (at most 300 are wanted)`,
  );
  return { load_ms: rounded(load, 1) };
}

/** One text of 5 MB in this thread. */
function longText({ say }: Context, reader: TextReader, inputs: readonly ReadInput[]): Figures {
  const input = fiveMb(inputs);
  let claims = 0;
  const seconds = processorSeconds(() => {
    claims = reader.read(input).claims.length;
  });
  say(
    `five_mb_s: ${seconds.toFixed(1)} s of processor time for ${wordsOf(input.text)} words, ${claims} claims`,
  );
  return { five_mb_s: rounded(seconds, 2) };
}

/** Memory of a thread at its peak, measured in a process of its own. */
function memory({ say }: Context): Figures {
  const program = new URL('memory-of-threads.ts', import.meta.url).pathname;
  const out = execFileSync(process.execPath, [program], { encoding: 'utf8' });
  const { mib, callerWaited } = JSON.parse(out) as { mib: number; callerWaited: number };
  say(
    `mb_per_worker: ${mib.toFixed(0)} MiB at the peak, reading 5 MB and all articles (at most 250 are wanted)`,
  );
  say(
    `caller_waited_ms: ${callerWaited.toFixed(0)} at most for its own turn meanwhile (time, not processor time)`,
  );
  return { mb_per_worker: rounded(mib, 1), caller_waited_ms: rounded(callerWaited, 1) };
}

interface PeerOutcome {
  readonly words: number;
  readonly seconds: number;
  readonly load_seconds: number;
  readonly quotations: number;
  readonly failed: number;
}

function peer({ say }: Context, inputs: readonly ReadInput[], own: number): Figures {
  const none = { peer: null, peer_words_per_second: null, ratio: null };
  if (!existsSync(PEER_PYTHON)) {
    say(
      `peer: not measured, ${PEER_PYTHON} is not there. To put it there: see bench/language/peer/direct_quotations.py`,
    );
    return none;
  }
  const lines = inputs.slice(0, PEER_TEXTS).map(({ text }) => `${JSON.stringify(text)}\n`);
  const script = new URL('peer/direct_quotations.py', import.meta.url).pathname;
  const one = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
  const ran = spawnSync(PEER_PYTHON, [script], {
    input: lines.join(''),
    encoding: 'utf8',
    env: { ...process.env, ...one },
  });
  if (ran.status !== 0) {
    say(`peer: it failed: ${ran.stderr.trim().split('\n').at(-1) ?? ''}`);
    return none;
  }
  const told = JSON.parse(ran.stdout) as PeerOutcome;
  const speedOfPeer = told.words / told.seconds;
  say(
    `peer: ${PEER}: ${Math.round(speedOfPeer)} words per second of one core, load ${(told.load_seconds * 1000).toFixed(0)} ms; ${told.quotations} direct quotations. It has no indirect speech, stance, chains, numbers or acts.`,
  );
  if (told.failed > 0)
    say(`the peer failed on ${told.failed} of ${lines.length} texts; their words count all the same`);
  say(`ratio: ${(own / speedOfPeer).toFixed(1)} times the peer`);
  return { peer: PEER, peer_words_per_second: Math.round(speedOfPeer), ratio: rounded(own / speedOfPeer, 2) };
}
