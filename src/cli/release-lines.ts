/** How releases and their gates are told on a terminal. */
import type { HeldRelease } from '../desk/release/held-releases.ts';
import type { GateAnswer } from '../desk/release/release-gates.ts';
import { instantWords } from '../dossier/edtf-words.ts';
import { gateHint } from './gate-hints.ts';
import type { Paper } from './paper.ts';
import type { Place } from './place-flags.ts';
import { counted, heading, para } from './words.ts';

type Told = HeldRelease['release'];

/**
 * A release: what is in it and from where.
 *
 * @example
 * terminal.out(...releaseLines(release, terminal.paper));
 */
export function releaseLines(release: Told, paper: Paper): string[] {
  const { number, id, profile, position, madeAt, dossierSha256, files, corrects, changes } = release;
  return [
    ...heading(`Release ${number} · ${profile.title ?? 'without a title'}`, paper),
    ...para(
      `${id}, made ${instantWords(madeAt)} from ${counted(position, 'log entry', 'log entries')}.`,
      paper,
    ),
    ...para(`${counted(files, 'file')}, SHA-256 of their list: ${dossierSha256}`, paper),
    ...(corrects === null
      ? []
      : para(
          `It corrects ${corrects.release}: ${corrects.reason} (${counted(changes.length, 'change')})`,
          paper,
        )),
  ];
}

/**
 * What each gate says, and what opens those that are closed.
 *
 * @example
 * terminal.out(...gateLines(gates, call, terminal.paper));
 */
export function gateLines(gates: readonly GateAnswer[], place: Place, paper: Paper): string[] {
  return [
    ...heading('Gates', paper),
    ...gates.flatMap((one) => {
      const hint = gateHint(one, place);
      return [
        ...para(`${one.open ? '✓' : '✗'} ${one.gate}: ${one.words}`, paper),
        ...(hint === null ? [] : para(hint, paper, '  ')),
      ];
    }),
  ];
}

/**
 * Releases, one after another.
 *
 * @example
 * terminal.out(...listedLines(held, terminal.paper));
 */
export function listedLines(held: readonly HeldRelease[], paper: Paper): string[] {
  return [
    ...heading('Releases', paper),
    ...(held.length === 0 ? para('Nothing has been released yet.', paper) : []),
    ...held.flatMap(({ release, by, approval, correctedBy }) => {
      const { number, profile, madeAt } = release;
      const after = held.find((one) => one.release.id === correctedBy)?.release.number ?? correctedBy;
      const state = [
        `made by ${by} on ${madeAt.slice(0, 10)}`,
        approval === null ? 'not approved' : `approved by ${approval.by} on ${approval.at.slice(0, 10)}`,
        ...(profile.embargo === null ? [] : [`not before ${profile.embargo}`]),
        ...(correctedBy === null ? [] : [`corrected by ${after}`]),
      ];
      return [
        ...para(`${number}  ${profile.title ?? 'without a title'}`, paper),
        ...para(`${state.join('; ')}.`, paper, '   '),
      ];
    }),
  ];
}
