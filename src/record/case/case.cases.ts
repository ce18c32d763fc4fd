/** A case with every field filled, for tests: fictional. With a mark, every text of it holds the mark. */
import { idAt } from '../entities.cases.ts';
import type { Case } from './case.ts';

export const caseOf = (changes: Partial<Case> = {}, mark = ''): Case => ({
  id: idAt('case'),
  pseudonym: `Heron${mark}`,
  lookedAfterBy: `lena${mark}`,
  household: [
    { role: `applicant${mark}`, age: '30-44', needs: [`insulin${mark}`] },
    { role: `daughter${mark}`, age: null, needs: [] },
  ],
  needs: [`a safe flat${mark}`],
  risk: { level: 'high', why: `Two callers at the door${mark}`, reviewedAt: '2026-11-02' },
  consent: [
    {
      purpose: `contact with the embassy${mark}`,
      givenAt: '2026-10-01',
      givenHow: `on the telephone${mark}`,
      withdrawnAt: '2026-10-20',
      withdrawnHow: `by message${mark}`,
    },
  ],
  contacts: [{ who: `aunt${mark}`, reach: `+000 555 0101${mark}`, safety: `after 20:00${mark}` }],
  journey: [{ when: '2026-09', place: `Orsa${mark}`, what: `left by bus${mark}` }],
  applications: [
    {
      to: `Embassy of Tavria${mark}`,
      kind: 'visa',
      askedAt: '2026-10-05',
      answeredAt: '2026-11-01',
      answer: 'refused',
      reason: `"not within the quota"${mark}`,
    },
  ],
  documents: [
    {
      id: idAt('document'),
      name: `letter.pdf${mark}`,
      mediaType: 'application/pdf',
      size: 12000,
      addedAt: '2026-11-02T10:00:00Z',
    },
  ],
  tasks: [
    { what: `call the doctor${mark}`, due: '2026-12-01', doneAt: null },
    { what: `send the form${mark}`, due: null, doneAt: '2026-11-10' },
  ],
  notes: [{ on: '2026-11-03', text: `She wants to wait for her brother.${mark}` }],
  retainUntil: '2027-11-30',
  ...changes,
});
