/**
 * Counts the voices of one world fast. What is an origin in every world is looked at once; of it only those voices are kept
 * at hand that a world can tell apart: direct ones by kin, those that findings speak of, and the largest unnamed group.
 */
import { fewestPresent } from './fewest-present.ts';
import type { PresentVoice, VoiceClasses } from './voice-classes.ts';

/** What a set of origins amounts to. */
export interface VoiceCount {
  readonly fewest: number;
  readonly fewestDirect: number;
  readonly most: number;
  readonly open: boolean;
}

/**
 * Readies the count.
 *
 * @param always nodes that are origins in every world
 * @param sometimes nodes that may be origins in some
 * @returns counts a world by those of `sometimes` that are origins in it
 * @example
 * worldCounter([0, 1], [2], classes)([2]).most; // 3 when the three are three voices at most
 */
export function worldCounter(
  always: readonly number[],
  sometimes: readonly number[],
  classes: VoiceClasses,
): (terminals: readonly number[]) => VoiceCount {
  const standing = classes.present(always);
  const known = new Set(standing.filter(({ group }) => group < 0).map(({ nodeClass }) => nodeClass));
  const core = coreOf(standing, new Set(sometimes.map(classes.classOf)), classes);
  const base = classes.slack(always);
  return (terminals) => {
    const added = classes.present(terminals);
    const together = classes.present([...core, ...terminals]);
    const { slack, open } = classes.slack(terminals);
    return {
      fewest: fewestPresent(together, classes),
      fewestDirect: fewestPresent(
        together.filter(({ direct }) => direct.length > 0),
        classes,
      ),
      most:
        standing.length +
        added.filter(({ group, nodeClass }) => group >= 0 || !known.has(nodeClass)).length +
        base.slack +
        slack,
      open: base.open || open,
    };
  };
}

/** Nodes of the standing voices that can matter to the fewest. */
function coreOf(
  standing: readonly PresentVoice[],
  changing: ReadonlySet<number>,
  classes: VoiceClasses,
): readonly number[] {
  const nodes = new Set<number>(standing[0]?.nodes);
  const kins = new Set<string>();
  const groups = Map.groupBy(
    standing.filter(({ group }) => group >= 0),
    ({ group }) => group,
  );
  const largest = Math.max(0, ...[...groups.values()].map(({ length }) => length));
  let grouped = false;
  for (const voice of standing) {
    const [kin] = classes.kinsOf(voice);
    const fresh = kin !== undefined && !kins.has(kin);
    if (fresh) kins.add(kin);
    const isLargest = !grouped && groups.get(voice.group)?.length === largest;
    if (isLargest) grouped = true;
    if (fresh || isLargest || classes.isJudged(voice) || changing.has(voice.nodeClass))
      for (const node of voice.nodes) nodes.add(node);
  }
  return [...nodes];
}
