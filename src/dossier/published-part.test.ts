import { expect, test } from 'vitest';
import { dossierInput } from '../../test/fixtures/dossier-input.ts';
import { kessarCampaign } from '../../test/fixtures/kessar-campaign.ts';
import { renderDossier } from './render-dossier.ts';

const CANARY = 'zqxcanary';

/** The campaign with a sealed source that leaks wherever a careless page would take something from it. */
function withSealedSource() {
  const b = kessarCampaign();
  const open = [...b.sources.keys()][0];
  const courier = [...b.actors.keys()][0];
  const killed = [...b.propositions.values()].find((item) => item.measure === 'killed');
  if (open === undefined || courier === undefined || killed === undefined)
    throw new Error('the campaign changed');
  const witness = b.actor(`Witness ${CANARY}`, 'person');
  const text = `${CANARY} testimony: 31 ${CANARY} villagers were killed at ${CANARY} bridge, the newspaper ${CANARY} was told.`;
  const sealed = b.source({
    title: `Testimony ${CANARY}`,
    publisher: witness,
    publishedAt: '2017-04-20',
    url: `https://${CANARY}.example/`,
    handling: 'sealed',
    text,
  });
  const said = {
    source: sealed,
    stance: 'alleges',
    words: `31 ${CANARY} villagers were killed`,
    quantity: { low: 31, best: 31, high: 31, wording: `31 ${CANARY}` },
  } as const;
  b.claim({ ...said, proposition: killed.id });
  const own = b.proposition({
    kind: 'count',
    measure: 'killed',
    text: `Killed at ${CANARY} bridge`,
    scope: { place: `${CANARY} bridge` },
  });
  b.claim({ ...said, proposition: own, status: 'proposed' });
  b.claim({ ...said, proposition: own, status: 'rejected' });
  // Words of the sealed source that got into shared things: a spelling, a proposition, a passage, a revision.
  const actor = b.actors.get(courier);
  if (actor !== undefined)
    b.actors.set(courier, {
      ...actor,
      names: [{ text: `Courier ${CANARY}`, lang: null, kind: 'alias' }, ...actor.names],
    });
  b.propositions.set(killed.id, {
    ...killed,
    text: `Killed at ${CANARY}`,
    scope: { ...killed.scope, by: `${CANARY} unit` },
    narrowerThan: own,
  });
  const source = b.sources.get(open);
  if (source !== undefined) b.sources.set(open, { ...source, revisionOf: sealed });
  for (const [id, claim] of b.claims)
    if (claim.source === open)
      b.claims.set(id, {
        ...claim,
        groupedBecause: `like ${CANARY}`,
        passages: [...claim.passages, b.passage(sealed, `${CANARY} bridge`)],
      });
  return {
    b,
    ids: [
      sealed,
      witness,
      own,
      ...[...b.claims.values()].filter((claim) => claim.source === sealed).map((claim) => claim.id),
    ],
  };
}

test.each([false, true])(
  'nothing of a sealed source reaches any file (proposals included: %s)',
  (includeProposed) => {
    const { b, ids } = withSealedSource();
    const files = renderDossier(dossierInput(b, { includeProposed }));
    const leaks = files.flatMap((file) => {
      const everything = `${file.path}\n${String(file.content)}`.toLowerCase();
      return [CANARY, ...ids]
        .filter((word) => everything.includes(word))
        .map((word) => `${file.path}: ${word}`);
    });
    expect(leaks).toEqual([]);
    expect(String(files[0]?.content)).toContain('The Kessar Courier');
  },
);

test('the number of a sealed claim moves no published figure', () => {
  const { b } = withSealedSource();
  const files = renderDossier(dossierInput(b));
  const json = JSON.parse(String(files.find((file) => file.path === 'record.json')?.content));
  const highs = json.propositions.flatMap(
    (item: { measure: string; toll: { high: { value: number } | null } | null }) =>
      item.measure === 'killed' ? [item.toll?.high?.value] : [],
  );
  expect(highs).toEqual([26]);
});
