import { expect, test } from 'vitest';
import { draftClaims } from '../draft-proposition.ts';

/** Words before, the stretch, and what it counts: low/best/high and measure; `none`: said not to be; `vague`: no figure. */
const CASES: readonly (readonly [before: string, stretch: string, expected: string])[] = [
  ['', 'no more than twenty were hurt', '-/-/20 injured'],
  ['', 'the number of dead was fewer than thirty', '-/-/29 killed'],
  ['', 'at most a dozen students had been questioned', '-/-/12 detained'],
  ['The mayor spoke of 30 dead. The bishop said ', 'it was closer to ninety', '-/90/- killed'],
  ['Rebels say 60 villagers were killed. The army said ', 'the true figure was eleven', '11/11/11 killed'],
  ['The governor admitted 12 arrests. Lawyers counted ', '47', '47/47/47 detained'],
  ['Forty women disappeared from the camp. Their families have ', 'a list of 52', '52/52/52 disappeared'],
  ['', 'the bodies of nine men lay in the yard', '9/9/9 killed'],
  ['', 'her brother had been killed', '1/1/1 killed'],
  ['', 'his cousin was arrested at the border', '1/1/1 detained'],
  ['', 'the teacher was dead', '1/1/1 killed'],
  ['', 'guards had beaten the old farmer until he fainted', '1/1/1 tortured'],
  ['', 'a guard had raped her', '1/1/1 sexual-violence'],
  ['', 'Ana Brel died in custody', '1/1/1 killed'],
  ['', 'they burned 26 houses and killed my two brothers', 'nothing killed'],
  ['“We fled,” said Petra Oln', ', 34, a cook', 'nothing displaced'],
  ['', 'the journalist Ana Brel has been missing since Monday', '1/1/1 disappeared'],
  ['', 'a fisherman was shot in the back', '1/1/1 killed'],
  ['', 'three of her sons were taken', '3/3/3 abducted'],
  ['', 'nobody was hurt', 'none injured'],
  ['', 'there had been no arrests', 'none detained'],
  ['', 'not a single prisoner had died', 'none killed'],
  ['', 'zero deaths', '0/0/0 killed'],
  ['', 'not one shot was fired and no one died', 'none killed'],
  ['', 'it had expelled 300 families', '300/300/300 displaced'],
  ['', 'some 4,000 people had crossed the river', '-/4000/- displaced'],
  ['', 'between eight and ten men had been led off', '8/-/10 detained'],
  ['', 'eight to ten men were executed', '8/-/10 killed'],
  ['', 'seven prisoners, two of them minors, were flogged', '7/7/7 tortured'],
  ['', 'of the 40 detainees, 31 had been freed', '31/31/31 released'],
  ['', '31 of the 40 detainees had been freed', '31/31/31 released'],
  ['', 'they had freed 31 and kept nine', '31/31/31 released'],
  ['', '16 dead and 40 wounded', '16/16/16 killed; 40/40/40 injured'],
  ['', 'Dead: 16. Wounded: 40.', '16/16/16 killed; 40/40/40 injured'],
  ['', 'we buried twenty-two', '22/22/22 killed'],
  ['', 'I saw six bodies by the road', '6/6/6 killed'],
  ['', 'I counted fourteen dead', '14/14/14 killed'],
  ['', 'more than half of the 80 prisoners were ill', '80/80/80 detained'],
  ['', 'the army is holding at least 15 monks', '15/-/- detained'],
  ['', 'two deputies lost their lives and a third is in intensive care', '2/2/2 killed'],
  ['', 'fifteen people drowned', '15/15/15 killed'],
  ['', 'the hospital had received 33 wounded', '33/33/33 injured'],
  ['', 'the morgue took in 18 corpses', '18/18/18 killed'],
  ['', 'it had treated about 20 people for gunshot wounds', '-/20/- injured'],
  ['', 'the consulate had issued 12 visas and refused 40', '12/12/12 visa; 40/40/40 visa'],
  ['', '5 asylum applications were rejected', '5/5/5 asylum'],
  ['', 'NINE PEASANTS WERE SHOT BY TROOPS', '9/9/9 killed'],
  ['', 'A TOTAL OF 17 STUDENTS ARE BEING HELD', '17/17/17 detained'],
  ['', 'THE TOLL STANDS AT 29', '29/29/29 killed'],
  ['', 'the number of detainees had passed 900', '901/-/- detained'],
  ['', 'the arrest of her son', '1/1/1 detained'],
  ['', 'the murder of his wife', '1/1/1 killed'],
  ['', 'they killed my father', '1/1/1 killed'],
  ['', 'they took two of my sons', '2/2/2 abducted'],
  ['', 'we were forty in one cell', '40/40/40 detained'],
  ['', 'thirteen never came home', '13/13/13 disappeared'],
  ['', 'eleven people were unaccounted for', '11/11/11 disappeared'],
  ['', 'it had let 40 prisoners go', '40/40/40 released'],
  // Behind a label
  ['', 'Knife wounds: nine', '9/9/9 injured'],
  ['', 'killed 12, wounded 31, missing 5', '12/12/12 killed; 31/31/31 injured; 5/5/5 disappeared'],
  ['', 'Arrests since Friday: 64', '64/64/64 detained'],
  // Members of a list
  ['', 'They shot him and his two cousins', '1/1/1 killed; 2/2/2 killed'],
  ['', 'Ana Brel, her mother and their four lodgers perished', '1/1/1 killed; 4/4/4 killed'],
  ['', 'the driver and three nurses were kidnapped', '1/1/1 abducted; 3/3/3 abducted'],
  ['', 'Ana Brel was abducted and murdered', '1/1/1 abducted; 1/1/1 killed'],
  ['', 'the four monks they flogged', '4/4/4 tortured'],
  // Parts
  ['', '40 miners died, among them seven boys', '40/40/40 killed; 7/7/7 killed'],
  ['', '90 were injured, 12 of them children', '90/90/90 injured; 12/12/12 injured'],
  ['', 'the raid cost four lives: three old men and a child', '4/4/4 killed; 3/3/3 killed; 1/1/1 killed'],
  ['The strike killed 30 people. ', 'Of these, 11 were women', '11/11/11 killed'],
  // Shares of a whole
  ['', 'all but three of the 20 hostages were freed', '17/17/17 released'],
  ['Police arrested 50 students. ', 'Half of them have been released', '25/25/25 released'],
  ['', 'one in five of the wounded was a child', 'nothing injured'],
  // Subjects that hold the act
  ['', 'the number of persons held at the fort was 77', '77/77/77 detained'],
  ['', 'the number of miners who have died has reached eight', '8/8/8 killed'],
  ['', 'the number of people arrested exceeds 300', '301/-/- detained'],
  ['', 'those in custody do not exceed thirty', '-/-/30 detained'],
  ['', 'the bodies of 9 men were found, bringing to 60 the number of dead', '60/60/60 killed'],
  // Between noun and predicate
  ['', 'the 14 nurses abducted on the road last week were released', '14/14/14 released'],
  ['', 'two who had climbed out were murdered', '2/2/2 killed'],
  // Wounds, and what is no count of people
  ['', 'six guards suffered severe burns', '6/6/6 injured'],
  ['', 'a third man lost his left hand', '1/1/1 injured'],
  ['', 'another 21 received death threats', 'nothing killed'],
];

function told(before: string, stretch: string): string[] {
  const text = before + stretch;
  const request = { publishedAt: null, speaker: null, outlet: null, documentPlace: null };
  return draftClaims({ text, start: before.length, end: text.length, ...request }).map(
    ({ draft, quantity }) => {
      if (quantity === null) return `${draft.negated === true ? 'none' : 'nothing'} ${draft.measure}`;
      const bounds = [quantity.low, quantity.best, quantity.high];
      const figure = bounds.every((bound) => bound === null)
        ? 'vague'
        : bounds.map((bound) => bound ?? '-').join('/');
      return `${figure} ${draft.measure}`;
    },
  );
}

test.each(CASES)('%s%s: %s', (before, stretch, expected) => {
  const read = told(before, stretch);
  for (const one of expected.split('; ')) {
    if (!one.startsWith('nothing')) expect(read).toContain(one);
    else expect(read.filter((claim) => claim.endsWith(one.slice(8)) && /\d/.test(claim))).toEqual([]);
  }
});
