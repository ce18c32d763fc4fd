/** Random small logs from which sources are erased one after the other: nothing that stays may hang in the air. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countingIds, type MemoryDesk, memoryDesk, NOW } from '../../test/fixtures/desk/memory-desk.ts';
import { sha256Hex } from '../crypto/sha256.ts';
import type { Actor } from '../record/actor.ts';
import {
  actorOf,
  captureOf,
  claimOf,
  custodyEventOf,
  passageOf,
  propositionOf,
  sourceOf,
} from '../record/entities.cases.ts';
import type { CaptureId, ClaimId, SourceId } from '../record/id.ts';
import type { Change } from '../record/log-entry.ts';
import type { Proposition } from '../record/proposition.ts';
import { eraseSource } from './erase-source.ts';
import { planErasure } from './plan-erasure.ts';

type Pick = <T>(items: readonly T[]) => T | undefined;

/** A log in the making; every name and title holds the word SECRET and its own number. */
class Town {
  readonly newId = countingIds();
  readonly desk: MemoryDesk = memoryDesk({ newId: this.newId });
  readonly actors: Actor[] = [];
  readonly propositions: Proposition[] = [];
  readonly sources: { id: SourceId; capture: CaptureId; claims: ClaimId[] }[] = [];
  readonly pick: Pick;

  constructor(numbers: readonly number[]) {
    let at = 0;
    this.pick = (items) => {
      at += 1;
      return items[(numbers[at % numbers.length] ?? 0) % Math.max(1, items.length)];
    };
  }

  coin(): boolean {
    return this.pick([true, false]) === true;
  }

  actor(made: Actor[]): Actor['id'] {
    const old = this.pick(this.actors);
    if (old !== undefined && this.coin()) return old.id;
    const tied = this.pick(this.actors);
    const claim = this.pick(this.sources)?.claims[0] ?? null;
    const id = this.newId('actor');
    const actor = actorOf({
      id,
      names: [{ text: `SECRET ${id}`, lang: null, kind: 'full' }],
      partOf:
        tied === undefined || this.coin()
          ? []
          : [{ to: tied.id, when: null, claim: this.coin() ? claim : null }],
    });
    this.actors.push(actor);
    made.push(actor);
    return id;
  }

  proposition(made: Proposition[]): Proposition['id'] {
    const old = this.pick(this.propositions);
    if (old !== undefined && this.coin()) return old.id;
    const id = this.newId('proposition');
    const narrowerThan = this.coin() ? (this.pick(this.propositions)?.id ?? null) : null;
    const proposition = propositionOf({ id, text: `SECRET ${id}`, narrowerThan });
    this.propositions.push(proposition);
    made.push(proposition);
    return id;
  }

  async log(body: Change, bytes?: Uint8Array): Promise<void> {
    const entry = { at: NOW, agent: 'A. Archivist', subject: 'log' as const, body };
    await this.desk.store.append([bytes === undefined ? entry : { ...entry, bytes }]);
  }

  async capture(): Promise<void> {
    const actors: Actor[] = [];
    const source = sourceOf({
      id: this.newId('source'),
      title: `SECRET title ${this.sources.length}`,
      publisher: this.actor(actors),
      authors: this.coin() ? [this.actor(actors)] : [],
      revisionOf: this.coin() ? (this.pick(this.sources)?.id ?? null) : null,
    });
    const bytes = new TextEncoder().encode(`SECRET bytes ${this.sources.length}`);
    const capture = captureOf({
      id: this.newId('capture'),
      of: source.id,
      sha256: sha256Hex(bytes),
      derivedFrom: this.pick([0, 1, 2]) === 0 ? (this.pick(this.sources)?.capture ?? null) : null,
    });
    await this.log({ action: 'source-captured', source, capture, actors }, bytes);
    this.sources.push({ id: source.id, capture: capture.id, claims: [] });
  }

  async propose(): Promise<void> {
    const source = this.pick(this.sources);
    if (source === undefined) return;
    const actors: Actor[] = [];
    const propositions: Proposition[] = [];
    const [first, second] = claimOf().chain;
    const claims = [0, 1].map(() => {
      const speaker = this.actor(actors);
      return claimOf({
        id: this.newId('claim'),
        source: source.id,
        proposition: this.proposition(propositions),
        chain: [
          { ...(first ?? never()), speaker },
          { ...(second ?? never()), passage: null },
        ],
        passages: [passageOf({ capture: source.capture })],
        supersedes: this.coin() ? (this.pick(this.sources)?.claims[0] ?? null) : null,
      });
    });
    source.claims.push(...claims.map(({ id }) => id));
    await this.log({
      action: 'claims-proposed',
      capture: source.capture,
      extractor: 'x-1',
      actors,
      propositions,
      claims,
    });
  }

  async decide(): Promise<void> {
    const some = [this.pick(this.sources)?.claims[0], this.pick(this.sources)?.claims[1]];
    const claims = [...new Set(some.filter((one) => one !== undefined))];
    const [claim] = claims;
    if (claim === undefined) return;
    if (this.coin()) return this.judge();
    if (this.coin()) return this.log({ action: 'claim-reviewed', claim, decision: 'accepted', reason: null });
    const propositions: Proposition[] = [];
    const to = this.proposition(propositions);
    await this.log({ action: 'claims-regrouped', claims, to, propositions, reason: 'one count' });
  }

  async judge(): Promise<void> {
    const [one, other] = [this.pick(this.propositions), this.pick(this.propositions)];
    const held = one === undefined ? null : await this.desk.store.proposition(one.id);
    if (held === null || other === undefined) return;
    const { id: proposition, text, lang } = held;
    const after = { text: `SECRET ${proposition} ${this.desk.entries.length}`, lang };
    const reason = `SECRET ${proposition} was unclear`;
    if (other.id <= proposition)
      return this.log({ action: 'proposition-reworded', proposition, before: { text, lang }, after, reason });
    const pair = [proposition, other.id] as const;
    await this.log({ action: 'propositions-held-apart', pair, apart: this.coin(), reason });
  }

  async more(): Promise<void> {
    const source = this.pick(this.sources);
    const [kept, absorbed] = [this.pick(this.actors)?.id, this.pick(this.actors)?.id];
    if (source === undefined || kept === undefined || absorbed === undefined) return;
    if (kept !== absorbed && this.coin())
      return this.log({ action: 'actors-joined', kept, absorbed, reason: 'two spellings' });
    const action = this.coin() ? 'person-cleared' : 'clearance-withdrawn';
    if (this.coin())
      return this.log({ action, person: { kind: 'actor', actor: kept }, reason: 'she holds office' });
    const event = custodyEventOf({ capture: source.capture, note: `SECRET note of ${source.id}` });
    if (this.coin()) return this.log({ action: 'custody-recorded', source: source.id, event });
    const bytes = new TextEncoder().encode(`SECRET copy ${this.desk.entries.length}`);
    const capture = captureOf({
      id: this.newId('capture'),
      of: source.id,
      sha256: sha256Hex(bytes),
      copy: 'working',
      derivedFrom: source.capture,
    });
    await this.log({ action: 'copy-stored', capture, event }, bytes);
  }
}

function never(): never {
  throw new TypeError('a fixture is missing');
}

const ID = /"((?:src|cap|act|prp|clm)_[0-9a-z]{26})"/gu;

function idsIn(value: unknown): string[] {
  return [...JSON.stringify(value).matchAll(ID)].map((match) => match[1] ?? '');
}

/** What the readable log defines, what it says is gone, and what it refers to. */
function readLog(desk: MemoryDesk) {
  const defined = new Set<string>();
  const gone = new Set<string>();
  const used = new Set<string>();
  const erased = new Set<number>();
  const define = (items: readonly { readonly id: string }[]): void => {
    for (const { id } of items) defined.add(id);
  };
  for (const { body } of desk.log.entries) {
    if (body === null) continue;
    if ('source' in body && typeof body.source === 'object') define([body.source]);
    if ('capture' in body && typeof body.capture === 'object') define([body.capture]);
    if ('actors' in body) define(body.actors);
    if ('propositions' in body && body.action !== 'incident-recorded') define(body.propositions);
    if (body.action === 'claims-proposed') define(body.claims);
    if (body.action === 'source-erased') {
      for (const seq of body.entries) erased.add(seq);
      for (const id of body.gone) gone.add(id);
      for (const left of body.remainders) {
        define(left.actors);
        define(left.propositions);
      }
      for (const id of idsIn(body.remainders)) used.add(id);
    } else for (const id of idsIn(body)) used.add(id);
  }
  return { defined, gone, used, erased };
}

const steps = fc.array(fc.constantFrom('capture', 'propose', 'decide', 'more'), {
  minLength: 5,
  maxLength: 24,
});
const numbers = fc.array(fc.nat(1000), { minLength: 30, maxLength: 60 });
const erasures = fc.array(fc.record({ which: fc.nat(5), withParts: fc.boolean() }), {
  minLength: 1,
  maxLength: 4,
});

async function townOf(
  made: readonly ('capture' | 'propose' | 'decide' | 'more')[],
  chance: readonly number[],
) {
  const town = new Town(chance);
  await town.capture();
  for (const step of made) await town[step]();
  return town;
}

test('after any erasures, what stays refers only to what stays; what went is nowhere', async () => {
  await fc.assert(
    fc.asyncProperty(steps, numbers, erasures, async (made, chance, orders) => {
      const { desk, sources } = await townOf(made, chance);
      const leaves = desk.log.entries.map(({ leaf }) => leaf);
      const out = new Set<SourceId>();
      for (const { which, withParts } of orders) {
        const source = sources[which % sources.length]?.id ?? never();
        if (out.has(source)) continue;
        const { plan } = await eraseSource(desk, {
          source,
          reason: 'asked for',
          by: 'A. Archivist',
          withParts,
        });
        for (const one of plan.sources) out.add(one);
        const { defined, gone, used, erased } = readLog(desk);
        const inTheAir = [...used].filter(
          (id) => !defined.has(id) && (!gone.has(id) || /^(act|prp)_/u.test(id)),
        );
        expect(inTheAir).toEqual([]);
        expect([...gone].filter((id) => defined.has(id))).toEqual([]);
        const readable = JSON.stringify(desk.log.entries);
        for (const id of gone) expect(readable).not.toContain(`SECRET ${id}`);
        for (const id of out) {
          expect(gone).toContain(id);
          expect(readable).not.toContain(`SECRET note of ${id}`);
          expect(await desk.store.source(id)).toBeNull();
        }
        const bodiless = desk.log.entries.filter(({ body }) => body === null);
        expect(new Set(bodiless.map(({ seq }) => seq))).toEqual(erased);
        expect(bodiless.every(({ salt, agent }) => salt === null && agent === '')).toBe(true);
      }
      expect(desk.log.entries.slice(0, leaves.length).map(({ leaf }) => leaf)).toEqual(leaves);
      const claims = await desk.store.claims();
      for (const claim of claims) expect(await desk.store.proposition(claim.proposition)).not.toBeNull();
    }),
    { numRuns: 200 },
  );
});

test('a name that an earlier erasure had to keep goes when the last source that speaks of it goes', async () => {
  const town = new Town([0]);
  const { desk } = town;
  const witness = actorOf({ names: [{ text: 'SECRET witness', lang: null, kind: 'full' }], partOf: [] });
  const source = (n: number) => {
    const id = town.newId('source');
    const bytes = new TextEncoder().encode(`testimony ${n}`);
    const capture = captureOf({ id: town.newId('capture'), of: id, sha256: sha256Hex(bytes) });
    const made = sourceOf({ id, publisher: witness.id });
    return { made, capture, bytes, actors: n === 1 ? [witness] : [] };
  };
  const [one, two] = [source(1), source(2)];
  for (const { made, capture, bytes, actors } of [one, two])
    await town.log({ action: 'source-captured', source: made, capture, actors }, bytes);
  const erase = (id: SourceId) =>
    eraseSource(desk, { source: id, reason: 'asked for', by: 'A. Archivist', withParts: false });
  await erase(one.made.id);
  expect(JSON.stringify(desk.log.entries)).toContain('SECRET witness');
  expect(await desk.store.actor(witness.id)).toEqual(witness);
  const { logged } = await erase(two.made.id);
  expect(JSON.stringify(desk.log.entries)).not.toContain('SECRET witness');
  expect(await desk.store.actor(witness.id)).toBeNull();
  expect(logged.map(({ body }) => body)).toMatchObject([
    { source: two.made.id, entries: [2], gone: [two.made.id, two.capture.id] },
    { source: one.made.id, entries: [1, 3], gone: [one.made.id, one.capture.id, witness.id], remainders: [] },
  ]);
});

test('no reason, no name, an unknown id and a second time are refused; nothing is written', async () => {
  const town = await townOf(['propose'], [3, 1, 4, 1, 5]);
  const { desk } = town;
  const source = town.sources[0]?.id ?? never();
  const order = { source, reason: 'asked for', by: 'A. Archivist', withParts: false };
  const before = desk.entries.length;
  await expect(eraseSource(desk, { ...order, reason: ' ' })).rejects.toMatchObject({ code: 'bad-usage' });
  await expect(eraseSource(desk, { ...order, by: null })).rejects.toMatchObject({ code: 'bad-usage' });
  await expect(eraseSource(desk, { ...order, source: 'src_zzz' })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(desk.entries.length).toBe(before);
  await eraseSource(desk, order);
  await expect(eraseSource(desk, order)).rejects.toMatchObject({
    code: 'bad-usage',
    message: expect.stringContaining('was erased on 2031-05-01 (entry 3)'),
  });
});

test('parts, containers, joint moves and copies given away are told', async () => {
  const town = new Town([1]);
  const { desk } = town;
  const add = async (name: string, derivedFrom: CaptureId | null) => {
    const id = town.newId('source');
    const bytes = new TextEncoder().encode(name);
    const capture = captureOf({ id: town.newId('capture'), of: id, sha256: sha256Hex(bytes), derivedFrom });
    const source = sourceOf({ id, publisher: null });
    await town.log({ action: 'source-captured', source, capture, actors: [] }, bytes);
    return { id, capture: capture.id };
  };
  const mail = await add('mail', null);
  const letter = await add('letter', mail.capture);
  const scan = await add('scan', letter.capture);
  const event = custodyEventOf({ kind: 'exported', to: 'The court', on: '2031-02-03' });
  await town.log({ action: 'custody-recorded', source: letter.id, event });
  const plan = await planErasure(desk.store, letter.id, { withParts: false });
  expect(plan).toMatchObject({ sources: [letter.id], parts: [scan.id], containers: [mail.id] });
  expect(plan.givenAway).toEqual([
    { source: letter.id, kind: 'exported', on: '2031-02-03', to: 'The court' },
  ]);
  expect((await planErasure(desk.store, mail.id, { withParts: true })).sources).toEqual([
    mail.id,
    letter.id,
    scan.id,
  ]);
  const { remains, logged } = await eraseSource(desk, {
    source: mail.id,
    reason: 'asked for',
    by: 'A. Archivist',
    withParts: true,
  });
  expect(logged.map(({ subject }) => subject)).toEqual([mail.id, letter.id, scan.id]);
  expect(remains.join(' ')).toContain('exported on 2031-02-03 to The court');
});

test('stored bytes go with the source, unless another source has the same; what cannot be removed is told', async () => {
  const town = new Town([1]);
  const { desk } = town;
  const add = async (name: string) => {
    const id = town.newId('source');
    const bytes = new TextEncoder().encode(name);
    const sha256 = await desk.blobs.put(bytes);
    const capture = captureOf({ id: town.newId('capture'), of: id, sha256 });
    await town.log(
      { action: 'source-captured', source: sourceOf({ id, publisher: null }), capture, actors: [] },
      bytes,
    );
    return { id, sha256 };
  };
  const [one, twin, other] = [await add('same'), await add('same'), await add('other')];
  const order = { reason: 'asked for', by: 'A. Archivist', withParts: false };
  await eraseSource(desk, { ...order, source: one.id });
  expect(await desk.blobs.has(twin.sha256)).toBe(true);
  await eraseSource(desk, { ...order, source: twin.id });
  expect(await desk.blobs.has(twin.sha256)).toBe(false);
  const stuck = { ...desk.blobs, remove: async () => async () => Promise.reject(new TypeError('busy')) };
  const { remains } = await eraseSource({ ...desk, blobs: stuck }, { ...order, source: other.id });
  expect(remains[0]).toContain('1 of 1 stored files could not be removed');
  expect(await desk.store.source(other.id)).toBeNull();
});
