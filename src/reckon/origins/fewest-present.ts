/**
 * The fewest voices among those present in a world. Most voices are proved different from nothing, and most direct ones
 * differ from all others but their kin: only what findings speak of is coloured, so that a world of thousands is counted fast.
 */
import { fewestVoices } from './fewest-voices.ts';
import type { PresentVoice, VoiceClasses } from './voice-classes.ts';

/**
 * Counts the fewest voices. No voices: 0.
 *
 * @example
 * fewestPresent(classes.present([0, 1]), classes); // 1 unless the two are proved different
 */
export function fewestPresent(present: readonly PresentVoice[], classes: VoiceClasses): number {
  if (present.length === 0) return 0;
  const judged = present.filter(classes.isJudged);
  const judgedKins = new Set(judged.flatMap((voice) => [...classes.kinsOf(voice)]));
  const groups = new Map<number, number>();
  const plain = new Map<string, PresentVoice>();
  const beside: PresentVoice[] = [];
  for (const voice of present) {
    if (classes.isJudged(voice)) continue;
    if (voice.group >= 0) groups.set(voice.group, (groups.get(voice.group) ?? 0) + 1);
    const [kin] = classes.kinsOf(voice);
    if (kin === undefined || plain.has(kin)) continue;
    plain.set(kin, voice);
    if (judgedKins.has(kin)) beside.push(voice);
  }
  const largestGroup = Math.max(1, ...groups.values());
  // The rest are a clique that is joined to every direct voice: only as many can share a colour as there are others.
  const clique = [...plain.values()].filter((voice) => !beside.includes(voice));
  const others = judged.filter(({ direct }) => direct.length === 0).length;
  const coloured = [...judged, ...beside, ...clique.slice(0, others)];
  const fewest = fewestVoices(differences(coloured, classes)) + Math.max(0, clique.length - others);
  return Math.max(fewest, largestGroup);
}

function differences(voices: readonly PresentVoice[], classes: VoiceClasses): readonly ReadonlySet<number>[] {
  const different = voices.map(() => new Set<number>());
  for (const [i, a] of voices.entries()) {
    for (const [j, b] of voices.entries()) {
      if (i >= j || !classes.areDifferent(a, b)) continue;
      different[i]?.add(j);
      different[j]?.add(i);
    }
  }
  return different;
}
