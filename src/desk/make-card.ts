/** Writes one figure as a card for the press, as SVG or PNG: range, claims, denials and sources are in the picture. */
import { cardSvg } from '../dossier/card/card-svg.ts';
import { renderCard } from '../dossier/card/render-card.ts';
import { unsetScripts } from '../dossier/paper/unset-scripts.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import type { Desk } from './desk.ts';
import { findById } from './find-by-id.ts';
import type { Card, CardPainter } from './ports/card-painting.ts';
import type { SingleFiles } from './ports/single-files.ts';
import { type PublishedOrder, publishedInput } from './published-input.ts';

export interface CardOrder extends Omit<PublishedOrder, 'assets'> {
  /** Id of a proposition, or its beginning. */
  readonly proposition: string;
  /** Where to write; a file that is there is never replaced. Null: not. */
  readonly svg: string | null;
  readonly png: string | null;
  readonly painter: CardPainter;
  readonly files: SingleFiles;
}

export interface CardOutcome {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** The card in words: to be given where the picture is shown. */
  readonly alt: string;
  /** Scripts whose letters are drawn as boxes in the PNG, by name: there is no font for them. */
  readonly unset: readonly string[];
}

/**
 * Makes a card. Both files are written or none.
 *
 * @throws OnRecordError `not-found` when nothing of that id is published, `bad-usage` for a file that is there
 * @example
 * const { alt } = await makeCard(desk, { proposition: 'prp_7d2', svg: 'killed.svg', png: null, ...rest });
 */
export async function makeCard(desk: Desk, order: CardOrder): Promise<CardOutcome> {
  const { id } = await findById(desk.store, order.proposition, ['prp']);
  const card = renderCard(await publishedInput(desk, { ...order, assets: [] }), id);
  if (card === null)
    throw new OnRecordError(
      'not-found',
      'Nothing that may be published says this. Accept a claim on it first, or ask with --include-proposed.',
      { subject: id },
    );
  const wanted = [
    { path: order.svg, bytes: async () => new TextEncoder().encode(cardSvg(card)) },
    { path: order.png, bytes: () => order.painter.paint(card, 2) },
  ];
  const staged = [];
  try {
    for (const { path, bytes } of wanted)
      if (path !== null) staged.push(await order.files.stage(path, await bytes()));
  } catch (error) {
    await Promise.all(staged.map((file) => file.drop()));
    throw error;
  }
  for (const file of staged) await file.keep();
  return { files: staged.map(({ path }) => path), alt: card.alt, unset: unsetIn(card) };
}

function unsetIn({ ops }: Card): readonly string[] {
  return unsetScripts(ops.flatMap((op) => (op.kind === 'text' ? [op.words] : [])));
}
