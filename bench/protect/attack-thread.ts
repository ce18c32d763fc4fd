/** A thread of the bench: attacks the tables it is given, one range after the other, until it is ended. */
import { parentPort } from 'node:worker_threads';
import { attackSeeds, type Seeds } from './attack-tables.ts';

parentPort?.on('message', async (seeds: Seeds) => {
  parentPort?.postMessage(await attackSeeds(seeds));
});
