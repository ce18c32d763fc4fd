/** A fresh process that unlocks a large compartment, lists it and searches it; prints what it took as JSON. */

import { type FetchedCases, fetchCases } from '../../src/desk/cases/fetch-cases.ts';
import { caseLines } from '../../src/desk/cases/list-cases.ts';
import { openCompartment } from '../../src/desk/cases/open-compartment.ts';
import { readCases } from '../../src/desk/cases/read-case.ts';
import { openCaseSearch } from '../../src/desk/cases/search-cases.ts';
import { unlockMember } from '../../src/desk/cases/unlock-member.ts';
import { openLarge, PASSPHRASE } from './large-compartment.ts';

const QUERIES = [
  'insulin',
  'брата',
  'الميناء',
  '"safe flat" Velin',
  'wag*',
  'a*',
  '"never by text" norland',
  'heron 4000',
  'zzzz',
  'the',
];
const [dir = '', master = ''] = process.argv.slice(2);
const { desk, close } = await openLarge(dir, Buffer.from(master, 'hex'));
const cpu = process.cpuUsage();
const start = performance.now();
let fetched: FetchedCases | null = null;
const me = await unlockMember(desk, null, { kind: 'passphrase', passphrase: PASSPHRASE }, async () => {
  fetched = await fetchCases(desk, null);
});
const opened = performance.now();
const room = await openCompartment(desk, me, null, fetched);
const held = await readCases(desk, room);
const lines = caseLines(held);
const listed = performance.now();
const used = process.cpuUsage(cpu);
const search = openCaseSearch(held.cases);
search.find('anything', 20);
const indexed = performance.now();
const times: number[] = [];
let fitting = 0;
for (let round = 0; round < 20; round += 1)
  for (const query of QUERIES) {
    const before = performance.now();
    fitting += search.find(query, 20).fitting;
    times.push(performance.now() - before);
  }
times.sort((a, b) => a - b);
console.log(
  JSON.stringify({
    cases: lines.length,
    faults: held.faults.length,
    unlock_ms: Math.round(listed - start),
    passphrase_ms: Math.round(opened - start),
    unlock_cpu_ms: Math.round((used.user + used.system) / 1000),
    index_ms: Math.round(indexed - listed),
    search_ms: Number((times[Math.floor(times.length * 0.95)] ?? 0).toFixed(2)),
    search_max_ms: Number((times.at(-1) ?? 0).toFixed(2)),
    fitting,
    rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
room.lock();
me.lock();
await close();
