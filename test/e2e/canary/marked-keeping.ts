/** Marked entries about keeping the record: custody, checkpoints, settings, estimates, releases. */
import { sha256Hex } from '../../../src/crypto/sha256.ts';
import type { NewEntry } from '../../../src/desk/ports/record-store.ts';
import type { CustodyEvent } from '../../../src/record/custody.ts';
import type { Id } from '../../../src/record/id.ts';
import { DEFAULT_SETTINGS } from '../../../src/record/record-settings.ts';
import { releaseProfile } from '../../../src/record/release/release-profile.ts';
import { sampleId } from '../../../src/storage/contract/sample-record.ts';
import { AT, entry, MARKS, SOURCES } from './marked-words.ts';

const { listed, open, work } = MARKS;

/** How the record is kept, and what was handed out of it. */
export function keeping(): readonly NewEntry[] {
  const event: CustodyEvent = {
    kind: 'derived',
    capture: sampleId('capture', 1),
    on: '2031-04-03',
    from: `${work}from`,
    to: `${work}to`,
    tool: { name: `${work}tool`, version: '2.1', parameters: { pages: `${work}parameter` } },
    input: sha256Hex('in'),
    output: sha256Hex('out'),
    statement: null,
    note: `${work}note`,
  };
  const release: Id<'release'> = sampleId('release', 1);
  const document = JSON.stringify({ about: `${work}estimate` });
  const statement = new TextEncoder().encode(`{"format":"${work}statement"}\n`);
  const approval = new TextEncoder().encode(`{"format":"${work}approval"}\n`);
  return [
    ...SOURCES.map((_, at) => {
      const source = sampleId('source', at + 1);
      const told = { ...event, capture: sampleId('capture', at + 1) };
      return entry({ action: 'custody-recorded', source, event: told }, source);
    }),
    entry(
      {
        action: 'checkpoint-anchored',
        how: 'exported',
        size: 1,
        checkpoint: `${work}checkpoint\n`,
        token: null,
        authority: null,
        anchoredAt: null,
        to: `${work}partner`,
      },
      'log',
    ),
    entry(
      {
        action: 'fixity-checked',
        captures: 1,
        entries: 1,
        faults: 1,
        items: [`${work}item`],
      },
      'log',
    ),
    entry(
      {
        action: 'checkpoint-cosigned',
        origin: `${work}origin`,
        vkey: `${work}vkey`,
        size: 1,
        checkpoint: `${work}cosigned\n`,
        previous: null,
      },
      'log',
    ),
    entry(
      {
        action: 'settings-changed',
        settings: {
          ...DEFAULT_SETTINGS,
          witnesses: [],
          outlets: [
            {
              code: 'valley-post',
              name: `${work}outlet`,
              kind: 'agency',
              state: 'FR',
              aliases: [`${work}alias`],
              careful: [`${work}careful`],
              short: [`${work}short`],
              domains: [`${work}.example`],
            },
          ],
        },
      },
      'log',
    ),
    entry({ action: 'record-imported', format: `${work}format`, head: sha256Hex('head'), entries: 1 }, 'log'),
    entry(
      {
        action: 'estimate-recorded',
        estimate: {
          about: `${open}about`,
          recorded: 12,
          lists: [`${listed}list`],
          methods: [{ method: 'chao', refused: [`${open}refused`] }],
          tableSha256: sha256Hex('table'),
          documentSha256: sha256Hex(document),
          program: 'onrecord 0',
          document,
        },
      },
      'log',
    ),
    entry(
      {
        action: 'release-made',
        release: {
          id: release,
          number: 1,
          profile: releaseProfile({ title: `${work}release` }),
          position: 3,
          root: sha256Hex('root'),
          checkpoint: `${work}head\n`,
          madeAt: AT,
          program: 'onrecord 0',
          dossierSha256: sha256Hex('dossier'),
          files: 12,
          corrects: null,
          changes: [],
        },
        statement: sha256Hex(statement),
      },
      release,
      { bytes: statement },
    ),
    entry(
      {
        action: 'release-approved',
        release,
        dossierSha256: sha256Hex('dossier'),
        note: `${work}approved`,
        statement: sha256Hex(approval),
      },
      release,
      { bytes: approval, agent: `Other ${work}other` },
    ),
  ];
}
