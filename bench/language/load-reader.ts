/** Opens the reader once in a fresh process and prints what that took, as JSON: run by the speed bench. Milliseconds. */
import { readReaderAssets } from '../../src/compose/reader-assets.ts';
import { openTextReader } from '../../src/text/open-text-reader.ts';

const wall = performance.now();
const before = process.cpuUsage();
const assets = await readReaderAssets();
const { extractor } = openTextReader(assets);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ extractor, wall: performance.now() - wall, processor: (user + system) / 1000 }));
