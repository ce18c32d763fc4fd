/** The whole way of one real report, from bytes to figures, against what a careful reader takes from it. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadExtractor, makeVault, type OpenDesk, openDesk, openFiles, openReader } from '../src/compose.ts';
import { captureSources } from '../src/desk/capture-sources.ts';
import { listResponses } from '../src/desk/list-responses.ts';
import { proposeClaims } from '../src/desk/propose-claims.ts';
import { type PropositionFigures, reckonPropositions } from '../src/desk/reckon-propositions.ts';
import { reckonTolls } from '../src/desk/reckon-tolls.ts';

const SEED = resolve(import.meta.dirname, '../../shared/seed/purge-2017.txt');
const SEEN = { includeProposed: true } as const;

if (!existsSync(SEED)) {
  if (process.env.CI === 'true') test('CI needs ../shared/seed', () => expect.unreachable());
  else test.skip('SKIPPED: ../shared/seed is absent', () => undefined);
} else {
  describe('the seed report, from bytes to figures', () => {
    let folder = '';
    let desk: OpenDesk;
    let reckoned: readonly PropositionFigures[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'onrecord-seed-'));
      await makeVault(join(folder, 'vault'), { kind: 'none' });
      desk = await openDesk(join(folder, 'vault'), { readOnly: false });
      const report = join(folder, 'purge-2017.txt');
      await writeFile(report, await readFile(SEED));
      await writeFile(`${report}.yaml`, 'publisher: The Relay\ndate: 2017-05-18\nlang: en\n');
      const reader = await openReader();
      const files = await openFiles({ leaveOut: [], mostMib: null });
      for await (const event of captureSources(desk, [report], { files, reader }))
        if (event.state === 'failed') throw new Error(event.message);
      await reader.close();
      for await (const event of proposeClaims(desk, await loadExtractor())) void event;
      reckoned = (await reckonPropositions(desk, SEEN)).propositions;
    });

    afterAll(async () => {
      await desk?.close();
      await rm(folder, { recursive: true, force: true });
    });

    const figuresOf = (fits: (one: PropositionFigures) => boolean): PropositionFigures => {
      const [only, second] = reckoned.filter(fits);
      if (only === undefined || second !== undefined) throw new Error('expected one proposition');
      return only;
    };
    const measured = (kind: string, measure: string, answer: string | null = null): PropositionFigures =>
      figuresOf(({ proposition: p }) => p.kind === kind && p.measure === measure && p.answer === answer);
    const stances = (one: PropositionFigures): string[] =>
      one.positions.map(({ actor, latest }) => `${actor.name}: ${latest}`).toSorted();

    test('killed is one proposition: 26/26/26 on one origin', async () => {
      const { tolls } = await reckonTolls(desk, { ...SEEN, asOf: null, measure: 'killed' });
      expect(tolls).toHaveLength(1);
      const toll = tolls[0]?.toll;
      expect([toll?.low?.value, toll?.best?.value, toll?.high?.value]).toEqual([26, 26, 26]);
      expect(toll?.beside).toHaveLength(1);
      const killed = measured('count', 'killed');
      expect(killed.origins).toMatchObject({ atLeast: 1, atMost: 1 });
      expect(killed.standing.word).toBe('single-origin');
      expect(stances(killed)).toContain('Rosgvardia: denies');
    });

    test('the denial stands beside what it denies', () => {
      const victim = figuresOf(({ proposition }) => /member of .*National Guard/.test(proposition.text));
      expect(stances(victim)).toEqual(['Novaya Gazeta: alleges', 'Rosgvardia: denies']);
      expect(victim.standing.word).toBe('single-origin');
      expect(victim.standing.flags).toContain('denied');
    });

    test.each([
      ['detained', 1, 1],
      ['detention-sites', 1, 1],
    ])('origins of %s', (measure, atLeast, atMost) => {
      for (const one of reckoned.filter(({ proposition: p }) => p.kind === 'count' && p.measure === measure))
        expect(one.origins).toMatchObject({ atLeast, atMost });
    });

    test('visas: refused as others say, declined in its own words', async () => {
      const { responses } = await listResponses(desk, { ...SEEN, measure: 'visa' });
      expect(responses.map((one) => `${one.byName} ${one.answer} ${one.statedBy}`).toSorted()).toEqual([
        'Lithuania granted others',
        'United States declined itself',
        'United States refused others',
      ]);
      expect(measured('response', 'visa', 'granted').origins).toMatchObject({ atLeast: 1, atMost: 1 });
      const refused = measured('response', 'visa', 'refused');
      expect(refused.origins).toMatchObject({ atLeast: 1, atMost: 2 });
      expect(refused.standing.word).toBe('origin-unknown');
      expect(refused.standing.flags).toContain('declined');
    });
  });
}
