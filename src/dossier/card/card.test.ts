import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dossierInput } from '../../../test/fixtures/dossier-input.ts';
import { kessarCampaign } from '../../../test/fixtures/kessar-campaign.ts';
import { RecordBuilder } from '../../../test/fixtures/record-builder.ts';
import type { PropositionId } from '../../record/id.ts';
import { cardSvg } from './card-svg.ts';
import { linesOf, widthOf } from './card-text.ts';
import { renderCard } from './render-card.ts';

function cardOf(record: RecordBuilder, id: PropositionId | undefined, includeProposed = true) {
  return renderCard(
    dossierInput(record, {
      title: 'The Kessar detentions',
      includeProposed,
      head: { seq: 412, root: 'a7'.repeat(32), checkpoint: 'x\n' },
    }),
    id ?? ('prp_0' as PropositionId),
  );
}

function killed() {
  const b = kessarCampaign();
  const id = [...b.propositions.values()].find(({ measure }) => measure === 'killed')?.id;
  return { b, id };
}

test('number, range, claims, denials, origins, sources and the state of the record are in the picture', () => {
  const { b, id } = killed();
  const card = cardOf(b, id);
  const words = (card?.ops ?? []).flatMap((op) => (op.kind === 'text' ? [op.words] : []));
  const whole = words.join('\n');
  expect(whole).toContain('Low 2, best 2, high 26.');
  expect(whole).toMatch(/alleges up to 26/);
  expect(whole).toContain('denies');
  expect(whole).toContain('Regional government of Kessar');
  expect(whole).toContain('1 independent origin');
  expect(whole).toMatch(/^\d sources: .*Radio Liberty North \(8 April 2017\)/m);
  expect(whole).toMatch(/log position 412 · root of the log a7a7a7a7a7a7a7a7…/);
  expect(whole).toContain('nobody has reviewed');
  expect(card?.alt).toMatch(/denies/);
});

test('without proposals nothing says that there are any', () => {
  const { b, id } = killed();
  expect(JSON.stringify(cardOf(b, id, false))).not.toContain('reviewed');
});

test('nothing that is drawn leaves the picture or runs into the column beside it', () => {
  const { b } = killed();
  for (const id of b.propositions.keys()) {
    const card = cardOf(b, id);
    for (const op of card?.ops ?? []) {
      expect(op.y).toBeLessThanOrEqual(630);
      if (op.kind !== 'text') continue;
      const wide = widthOf(op.words, op.size);
      const [from, to] = op.anchor === 'end' ? [op.x - wide, op.x] : [op.x, op.x + wide];
      expect(from, op.words).toBeGreaterThanOrEqual(0);
      expect(to, op.words).toBeLessThanOrEqual(1200);
      const beside = op.y > 100 && op.y < 528 && op.x < 590;
      if (beside) expect(to, op.words).toBeLessThanOrEqual(596);
    }
  }
});

test('hostile words are text in the file', () => {
  const b = new RecordBuilder();
  const evil = '</text><script>alert(1)</script>"&\u202e';
  const source = b.source({ publisher: b.actor(evil), text: `${evil} 12 died`, title: evil });
  const id = b.proposition({ kind: 'count', measure: 'killed', text: evil, scope: { group: evil } });
  b.claim({
    source,
    proposition: id,
    stance: 'alleges',
    words: '12 died',
    quantity: { low: 12, best: 12, high: 12, wording: '12' },
  });
  const card = cardOf(b, id);
  const svg = card === null ? '' : cardSvg(card);
  expect(svg).not.toMatch(/<script|\u202e|href/);
  expect(svg).toContain('&lt;script&gt;');
});

test('nothing is drawn of what is sealed', () => {
  const b = new RecordBuilder();
  const source = b.source({ publisher: b.actor('Lark'), text: 'Men died', handling: 'sealed' });
  const id = b.proposition({ text: 'Men died' });
  b.claim({ source, proposition: id, stance: 'alleges', words: 'Men died' });
  expect(cardOf(b, id)).toBeNull();
});

test('lines fit, keep all words, or end with an ellipsis', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), { maxLength: 12 }),
      (words) => {
        const lines = linesOf(words.join(' '), { size: 18, width: 300, most: 3 });
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(widthOf(line, 18)).toBeLessThanOrEqual(300);
      },
    ),
  );
});
