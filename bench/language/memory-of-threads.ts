/**
 * How much memory each reading thread takes, in a process of its own that reads nothing itself; run by the speed bench. Two
 * threads read a text of 5 MB each, and all articles; prints the growth of the process at its peak as JSON. The readings that
 * come back count, too; the data shared by the threads is counted to them in halves.
 */
import { readReaderAssets } from '../../src/compose/reader-assets.ts';
import { isNotRead } from '../../src/desk/ports/text-reading.ts';
import { openReaderPool } from '../../src/engine/open-reader-pool.ts';
import { fiveMb, speedTexts } from './speed-texts.ts';

const THREADS = 2;
const WATCH_MS = 20;

const { inputs } = speedTexts();
const long = fiveMb(inputs);
const before = process.memoryUsage.rss();
const pool = await openReaderPool({ assets: await readReaderAssets(), threads: THREADS });
let peak = before;
let longest = 0;
let last = performance.now();
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
  longest = Math.max(longest, performance.now() - last - WATCH_MS);
  last = performance.now();
}, WATCH_MS);
const outcomes = await Promise.all([long, long, ...inputs].map((input) => pool.read(input)));
clearInterval(watch);
await pool.close();
const failed = outcomes.find(isNotRead);
if (failed !== undefined) throw new Error(`a text was not read: ${failed.notRead}`);
console.log(JSON.stringify({ mib: (peak - before) / THREADS / 1_048_576, callerWaited: longest }));
