/** What the gates of a release say: sentences of the program, each known by its pattern. */
export const GATES = {
  'why.gate.proposals.none': 'No proposal waits for review.',
  'why.gate.proposals.left-out':
    '{n|proposal waits|proposals wait} for review; none is in it, and the release says so.',
  'why.gate.proposals.refused':
    '{n|proposal waits|proposals wait} for review: review them, or say "unreviewed": "leave-out" in the profile.',
  'why.gate.names.none': 'The words of the profile name nobody who is not cleared.',
  'why.gate.names.named':
    'A person who is not cleared is named in: {one}. Word it without the name, or clear the person.',
  'why.gate.people.none': 'Persons who are not cleared are shown under pseudonyms.',
  'why.gate.people.withdrawn':
    '{n|person was|persons were} cleared at that position and no longer: take a later position, or clear them again.',
  'why.gate.handling.none': 'Every source in it may leave as it does.',
  'why.gate.redaction.none': 'Redacted copies stand in the place of their originals.',
  'why.gate.redaction.since': 'Redacted since that position: {one}. Take a later position.',
  'why.gate.counts.none': 'No counts of cases are in it.',
  'why.gate.counts.signed': 'Its counts of cases are signed by two people.',
  'why.gate.counts.unsigned':
    'Not signed by a second person at that position: {one}. Have them signed, or leave them out of the profile.',
  'why.gate.method.told': 'The method is told.',
  'why.gate.method.missing':
    'The profile says nothing of the method in {one}: add to "methodNotes" how sources were chosen and what was left out.',
  'why.gate.licence.none': 'Say in the profile under which "licence" others may use it.',
  'why.gate.licence.given': 'Others may use it under: {one}.',
  'why.gate.embargo.none': 'There is no embargo.',
  'why.gate.embargo.until': 'It may be handed out from {one} on (UTC), and not before.',
} as const;
