/** A passage, the words of one mention, the name it stands for or null, and the kinds of speaker that are right. */
import type { ActorKind } from '../../record/actor.ts';

export const PERSON: readonly ActorKind[] = ['person'];
export const MEDIA: readonly ActorKind[] = ['media'];
export const BODY: readonly ActorKind[] = ['public-body'];
export const GROUP: readonly ActorKind[] = ['organisation'];
export const NOBODY: readonly ActorKind[] = ['unnamed', 'community', 'person'];
export const ANY: readonly ActorKind[] = [
  'person',
  'media',
  'public-body',
  'organisation',
  'unnamed',
  'unit',
  'community',
  'state',
];

export type Row = readonly [text: string, mention: string, name: string | null, kinds: readonly ActorKind[]];
