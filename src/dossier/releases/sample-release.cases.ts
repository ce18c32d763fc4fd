/** An invented release that takes the place of another one. */
import type { PropositionId, ReleaseId, Sha256 } from '../../record/id.ts';
import { releaseProfile } from '../../record/release/release-profile.ts';
import type { ShownRelease } from './shown-release.ts';

const CHANGE = {
  kind: 'added',
  proposition: 'prp_00000000000000000000000099' as PropositionId,
  before: null,
  after: '1 claim',
} as const;
const FIRST = 'rel_00000000000000000000000001' as ReleaseId;
/** The second release of the invented campaign in Kessar. */
export const SAMPLE_RELEASE: ShownRelease = {
  id: 'rel_00000000000000000000000002' as ReleaseId,
  number: 2,
  position: 412,
  madeAt: '2017-05-18T14:10:00Z',
  profile: releaseProfile({
    publisher: 'The Lowland Archive',
    licence: { name: 'CC BY 4.0', url: null },
    methodNotes: [{ lang: 'en', text: 'Three outlets were read.' }],
    address: 'https://lowland.example/kessar/',
  }),
  waiting: 0,
  corrects: { release: FIRST, reason: 'one list was counted twice' },
  changes: [CHANGE],
  earlier: [
    {
      id: FIRST,
      number: 1,
      position: 400,
      madeAt: '2017-05-11T14:10:00Z',
      dossierSha256: 'c3'.repeat(32) as Sha256,
      corrects: { release: 'rel_00000000000000000000000000' as ReleaseId, reason: 'a date was wrong' },
      changes: [CHANGE],
    },
  ],
};
