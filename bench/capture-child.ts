/**
 * A process of its own that captures files through the real use case and says `stored SOURCE CAPTURE FILE` on standard
 * output only when the record has said so, to be killed at any moment. Waits for one line of JSON (a `Place`) on
 * standard input.
 *
 *   node bench/capture-child.ts FOLDER-OF-REPORTS
 */
import { readFileSync, writeSync } from 'node:fs';
import { openFiles, openReader } from '../src/compose.ts';
import { captureSources } from '../src/desk/capture-sources.ts';
import { OnRecordError } from '../src/record/onrecord-error.ts';
import { openPlace, type Place } from './custody/places.ts';

const [, , reports = ''] = process.argv;
const place = JSON.parse(readFileSync(0, 'utf8')) as Place;
const say = (line: string): number => writeSync(1, `${line}\n`);

try {
  const desk = await openPlace(place);
  const reader = await openReader();
  const files = await openFiles({ leaveOut: [place.dir], mostMib: null });
  for await (const event of captureSources(desk, [reports], { files, reader })) {
    const [first] = event.state === 'captured' ? event.documents : [];
    if (first === undefined) say(`other ${event.state} ${event.file}`);
    else say(`stored ${first.source} ${first.capture} ${event.file}`);
  }
  await reader.close();
  await desk.close();
  say('done');
} catch (error) {
  say(
    error instanceof OnRecordError ? `error ${error.code} ${error.message}` : `unexpected ${String(error)}`,
  );
  process.exitCode = 1;
}
