import { expect, test } from 'vitest';
import { dossierInput } from '../../../test/fixtures/dossier-input.ts';
import { kessarCampaign } from '../../../test/fixtures/kessar-campaign.ts';
import { renderCard } from './render-card.ts';

test('a card speaks Russian but for words of the record', () => {
  const b = kessarCampaign();
  const id = [...b.propositions.values()].find(({ measure }) => measure === 'killed')?.id;
  if (id === undefined) throw new Error('nothing is counted');
  const card = renderCard(
    dossierInput(b, {
      lang: 'ru',
      title: 'Кессар',
      head: { seq: 1412, root: 'a7'.repeat(32), checkpoint: 'x\n' },
    }),
    id,
  );
  const words = (card?.ops ?? []).flatMap((op) => (op.kind === 'text' ? [op.words] : []));
  const own = /Kessar|Guard|Orlava|Radio|Lark|Meridian|Echo|Wire|“|«|onrecord|UTC/u;
  expect(words.filter((line) => /[a-z]/u.test(line) && !own.test(line))).toEqual([]);
  expect(words.join('\n')).toMatch(/отрицает[\s\S]*9 источников/u);
});
