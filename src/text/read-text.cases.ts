/** Invented reports and what a careful reader takes from them. Places, outlets, bodies and people are fictional. */

/** One claim that must be proposed. `chain`: resolved names, outermost first; null for somebody unnamed. */
export interface ExpectedClaim {
  readonly chain: readonly (string | null)[];
  readonly stance: string;
  /** Words that the content must contain. */
  readonly content: string;
  /** Lowest bound, where a figure matters. */
  readonly low?: number;
  /** Words of the evidence. */
  readonly evidence?: string;
}

/** One text. `never`: words that no claim with a speaker may contain. */
export interface ReadCase {
  readonly name: string;
  readonly text: string;
  readonly claims: readonly ExpectedClaim[];
  readonly never?: readonly string[];
}

const group = 'Orlan Human Rights Centre';

/**
 * The cases, one notion each.
 *
 * @example
 * READ_CASES.length; // 29
 */
export const READ_CASES: readonly ReadCase[] = [
  {
    name: 'verbs in a row under one subject',
    text: 'The Kasevian ministry confirmed that two men were dead, denied that anybody had been tortured and declined to say where the bodies were.',
    claims: [
      { chain: ['Kasevian ministry'], stance: 'confirms', content: 'two men were dead', low: 2 },
      { chain: ['Kasevian ministry'], stance: 'denies', content: 'anybody had been tortured' },
      { chain: ['Kasevian ministry'], stance: 'declines', content: 'where the bodies were' },
    ],
  },
  {
    name: 'answers of several kinds in one sentence',
    text: 'The Kasevian ministry said that it had granted two visas, refused nine and left eight requests unanswered and would not discuss individual cases.',
    claims: [
      { chain: ['Kasevian ministry'], stance: 'alleges', content: 'granted two visas', low: 2 },
      { chain: ['Kasevian ministry'], stance: 'alleges', content: 'refused nine', low: 9 },
      { chain: ['Kasevian ministry'], stance: 'alleges', content: 'left eight requests unanswered', low: 8 },
      { chain: ['Kasevian ministry'], stance: 'declines', content: 'individual cases' },
    ],
  },
  {
    name: 'cue after the claim, with dateline and acronym',
    text: 'ORLAN, 3 March — At least 47 people were detained in raids across Kasevia, the Orlan Human Rights Centre (OHRC) said on Tuesday. The group said that 12 men were injured.',
    claims: [
      { chain: [group], stance: 'alleges', content: 'At least 47 people were detained', low: 47 },
      { chain: [group], stance: 'alleges', content: '12 men were injured', low: 12 },
    ],
    never: ['ORLAN'],
  },
  {
    name: 'a director tells a paper',
    text: 'Its director, Mira Halvek, told the Daily Meridian that relatives had been turned away. “We have 47 names,” Halvek said. “Families are afraid.”',
    claims: [
      {
        chain: ['Daily Meridian', 'Mira Halvek'],
        stance: 'alleges',
        content: 'relatives had been turned away',
      },
      { chain: ['Mira Halvek'], stance: 'alleges', content: 'We have 47 names' },
      { chain: ['Mira Halvek'], stance: 'alleges', content: 'Families are afraid' },
    ],
  },
  {
    name: 'denial with its own words in the next sentence',
    text: 'It is alleged that members of the Black Guard took part in the abduction. The commander of the Guard, General Osk Barrun, has denied this. “My men were not in Norrin that day,” he said in a statement.',
    claims: [
      { chain: [null], stance: 'alleges', content: 'members of the Black Guard took part' },
      { chain: ['Osk Barrun'], stance: 'denies', content: 'this', evidence: 'My men were not in Norrin' },
    ],
  },
  {
    name: 'refusals of every kind',
    text: 'The army killed six people, witnesses said. The Interior Ministry refused to comment. Police would neither confirm nor deny the deaths. The governor of Norrin did not respond to requests for comment. The mayor could not be reached. The consulate in Pell declined to discuss individual cases.',
    claims: [
      { chain: [null], stance: 'alleges', content: 'killed six people', low: 6 },
      { chain: ['Interior Ministry'], stance: 'declines', content: 'comment' },
      { chain: ['Police'], stance: 'declines', content: 'the deaths' },
      { chain: ['governor of Norrin'], stance: 'silent', content: 'respond to requests for comment' },
      { chain: [null], stance: 'silent', content: 'be reached' },
    ],
  },
  {
    name: 'a report its outlet could not verify is no claim of the outlet',
    text: 'According to two former detainees, prisoners were beaten. The Daily Meridian could not independently verify the claims.',
    claims: [{ chain: [null], stance: 'alleges', content: 'prisoners were beaten' }],
    never: ['the claims'],
  },
  {
    name: 'citing makes one chain',
    text: 'The news agency KasInform, citing military sources, reported that two pilots had been killed. The Northern Post also reported that the mayor had said that no one was arrested.',
    claims: [
      { chain: ['KasInform', null], stance: 'alleges', content: 'two pilots had been killed', low: 2 },
      { chain: ['Northern Post', null], stance: 'denies', content: 'no one was arrested' },
    ],
  },
  {
    name: 'a refusal to act is no refusal to speak',
    text: 'Rights groups say the consulate is refusing to issue visas to survivors. A spokesman for the Pell Refugee Fund said that 40 people had been turned away.',
    claims: [
      { chain: [null], stance: 'alleges', content: 'refusing to issue visas' },
      { chain: ['Pell Refugee Fund'], stance: 'alleges', content: '40 people had been turned away' },
    ],
  },
  {
    name: 'confession, dispute, demand, pledge',
    text: 'The Kasevian army admitted that eight civilians were killed in Tolva. Opposition leader Danil Brek disputed the figure. He demanded that the defence minister resign. The Justice Minister, Pavel Oros, promised an inquiry.',
    claims: [
      { chain: ['Kasevian army'], stance: 'confirms', content: 'eight civilians were killed', low: 8 },
      { chain: ['Danil Brek'], stance: 'disputes', content: 'the figure' },
      { chain: ['Danil Brek'], stance: 'asks', content: 'the defence minister resign' },
      { chain: ['Pavel Oros'], stance: 'undertakes', content: 'an inquiry' },
    ],
  },
  {
    name: 'sources stay anonymous, and so does "they" after them',
    text: 'Sources close to the governor told The Pell Herald that as many as 300 people had been taken from their homes. They said most were villagers.',
    claims: [
      { chain: ['Pell Herald', null], stance: 'alleges', content: '300 people had been taken' },
      { chain: [null], stance: 'alleges', content: 'most were villagers' },
    ],
  },
  {
    name: 'quoted as saying by a paper',
    text: '“They hung us from the ceiling,” one of the men, Jorin Tal, 34, was quoted as saying by the Northern Post.',
    claims: [
      { chain: ['Northern Post', 'Jorin Tal'], stance: 'alleges', content: 'They hung us from the ceiling' },
    ],
  },
  {
    name: 'confirmed to an agency, while insisting',
    text: "However, Pell's deputy police chief, Ruta Manno, confirmed to Reuters that 68 people were detained, while insisting that none had been harmed.",
    claims: [
      { chain: ['Reuters', 'Ruta Manno'], stance: 'confirms', content: '68 people were detained', low: 68 },
      { chain: ['Ruta Manno'], stance: 'denies', content: 'none had been harmed' },
    ],
  },
  {
    name: 'the reason of a refusal is its evidence',
    text: 'The Kasevian Foreign Ministry declined to confirm the figure, saying it does not discuss individual cases.',
    claims: [
      {
        chain: ['Kasevian Foreign Ministry'],
        stance: 'declines',
        content: 'confirm the figure',
        evidence: 'does not discuss individual cases',
      },
    ],
  },
  {
    name: 'a dispatch in capitals',
    text: 'SAN TORVO, 4 JAN 90 -- [TEXT] THE ARMY PRESS COMMITTEE REPORTED TODAY THAT SIX GUERRILLAS WERE KILLED. ACCORDING TO THE COMMITTEE, THE CLASH TOOK PLACE AT DAWN. RADIO LIBRE, CITING RELIABLE SOURCES, SAID THAT TEN CIVILIANS WERE KIDNAPPED.',
    claims: [
      { chain: ['ARMY PRESS COMMITTEE'], stance: 'alleges', content: 'SIX GUERRILLAS WERE KILLED', low: 6 },
      { chain: ['ARMY PRESS COMMITTEE'], stance: 'alleges', content: 'THE CLASH TOOK PLACE' },
      { chain: ['RADIO LIBRE', null], stance: 'alleges', content: 'TEN CIVILIANS WERE KIDNAPPED', low: 10 },
    ],
  },
  {
    name: 'nobody speaks: the report itself does',
    text: 'Soldiers killed 14 villagers in Tolva on Monday. It rained all week. Reportedly, 30 people were injured.',
    claims: [
      { chain: [], stance: 'alleges', content: 'killed 14 villagers', low: 14 },
      { chain: [null], stance: 'alleges', content: '30 people were injured', low: 30 },
    ],
    never: ['It rained'],
  },
  {
    name: 'denied a visa is no denial',
    text: 'Two of the men were denied visas by the consulate, a lawyer said.',
    claims: [{ chain: [null], stance: 'alleges', content: 'denied visas' }],
  },
  {
    name: 'the whole name of a body, and its short form',
    text: 'Kessar, Ostrana. The Interior Guard of Ostrana denied the arrests in Kessar. The Guard promised an inquiry. The Interior Guard did not respond to our questions.',
    claims: [
      { chain: ['Interior Guard'], stance: 'denies', content: 'the arrests' },
      { chain: ['Interior Guard'], stance: 'undertakes', content: 'an inquiry' },
      { chain: ['Interior Guard'], stance: 'silent', content: 'respond to our questions' },
    ],
  },
  {
    name: 'the owner belongs to the name of a body that every state has',
    text: "Orlund's Migration Service refused to comment on the claims, a lawyer said.",
    claims: [
      { chain: [null, "Orlund's Migration Service"], stance: 'declines', content: 'comment on the claims' },
    ],
  },
  {
    name: 'a place speaks for nobody',
    text: 'A spokeswoman for the Open Door Network said that six men from Upper Kessar had fled. “They are afraid,” she said. One of the men, a mechanic from Upper Kessar, was beaten in Dol. “I saw two bodies,” he said.',
    claims: [
      { chain: ['Open Door Network'], stance: 'alleges', content: 'They are afraid' },
      { chain: ['Open Door Network'], stance: 'alleges', content: 'had fled' },
    ],
  },
  {
    name: 'an office, then its holder',
    text: 'The prosecutor of Kessar refused to comment. The governor of Kessar, Pavel Orsk, said that two people had died. “The number of fourteen is an invention,” the governor said. The office of the ombudsman of Dol could not be reached.',
    claims: [
      { chain: ['prosecutor of Kessar'], stance: 'declines', content: 'comment' },
      { chain: ['Pavel Orsk'], stance: 'alleges', content: 'two people had died', low: 2 },
      { chain: ['Pavel Orsk'], stance: 'disputes', content: 'The number of fourteen' },
      { chain: ['ombudsman of Dol'], stance: 'silent', content: 'be reached' },
    ],
  },
  {
    name: 'quoted by an agency, and a relay without a second claim',
    text: 'The Northline News Agency quoted a spokesman for the Interior Guard as saying that nobody had died in its custody. Sixteen men have died, according to the Northline News Agency, citing The Sorev Courier.',
    claims: [
      {
        chain: ['Northline News Agency', 'Interior Guard'],
        stance: 'denies',
        content: 'nobody had died in its custody',
      },
      {
        chain: ['Northline News Agency', 'Sorev Courier'],
        stance: 'alleges',
        content: 'Sixteen men have died',
        low: 16,
      },
    ],
    never: ['citing'],
  },
  {
    name: 'a rejected application and a demand for money are acts',
    text: 'The ministry confirmed that it had rejected 12 visa applications. Lena Orsova told reporters that guards had demanded money for the body.',
    claims: [
      { chain: ['ministry'], stance: 'confirms', content: 'it had rejected 12 visa applications' },
      { chain: ['Lena Orsova'], stance: 'alleges', content: 'guards had demanded money' },
    ],
  },
  {
    name: 'the publisher in the first person',
    text: 'Litava has granted visas to two people who fled Kessar. I urge other governments to do the same. We will not look away.',
    claims: [
      { chain: [], stance: 'asks', content: 'other governments to do the same' },
      { chain: [], stance: 'undertakes', content: 'We will not look away' },
    ],
  },
  {
    name: 'turns of a conversation',
    text: 'MAYOR ELSA BRANT: We have counted 42 people who were taken away.\n\nVALLEY RADIO: The army denies it?\n\nBRANT: I have seen nine bodies.\n\nThe talk was recorded in Dorn on Monday and lasted an hour.',
    claims: [
      { chain: ['ELSA BRANT'], stance: 'alleges', content: 'We have counted 42 people', low: 42 },
      { chain: ['ELSA BRANT'], stance: 'alleges', content: 'I have seen nine bodies' },
    ],
  },
  {
    name: 'said that A and that B',
    text: 'Maj. Tilda Voss told reporters that rebels had fired the shells and that six soldiers were killed.',
    claims: [
      { chain: ['Tilda Voss'], stance: 'alleges', content: 'rebels had fired the shells' },
      { chain: ['Tilda Voss'], stance: 'alleges', content: 'six soldiers were killed', low: 6 },
    ],
  },
  {
    name: 'who compiled the figures, who put the toll',
    text: 'More than 2,000 people have been killed since 2018, according to figures compiled by the Conflict Monitoring Centre. The Lake Front put the toll at 40.',
    claims: [
      {
        chain: ['Conflict Monitoring Centre'],
        stance: 'alleges',
        content: 'More than 2,000 people have been killed',
        low: 2001,
      },
      { chain: ['Lake Front'], stance: 'alleges', content: 'the toll at 40' },
    ],
  },
  {
    name: 'a witness who saw nobody released denies nothing',
    text: 'A survivor said that nobody was released. The army said that nobody was killed.',
    claims: [
      { chain: [null], stance: 'alleges', content: 'nobody was released' },
      { chain: ['army'], stance: 'denies', content: 'nobody was killed' },
    ],
  },
  {
    name: 'the one who was asked has not answered',
    text: 'The High Commissioner has asked the Prime Minister for an urgent meeting. He has not yet responded.',
    claims: [{ chain: ['Prime Minister'], stance: 'silent', content: 'responded' }],
  },
  {
    name: 'a rank in front and a particle inside belong to one name, and the surname with its particle is known again',
    text: 'Lieutenant-Colonel Sorin ag Talla said that four people were held. Ag Talla says that is false.',
    claims: [
      { chain: ['Sorin ag Talla'], stance: 'alleges', content: 'four people were held' },
      { chain: ['Sorin ag Talla'], stance: 'denies', content: 'is false' },
    ],
  },
  {
    name: 'whoever gathers or quotes the words of people without names stands in front of them',
    text: 'The Human Rights Commission of Velin published its report. Witnesses told the Commission that six men were beaten. According to one former guard quoted in the report, orders came from above. The report says two officers were convicted.',
    claims: [
      {
        chain: ['Human Rights Commission of Velin', null],
        stance: 'alleges',
        content: 'six men were beaten',
      },
      {
        chain: ['Human Rights Commission of Velin', null],
        stance: 'alleges',
        content: 'orders came from above',
      },
      { chain: ['Human Rights Commission of Velin'], stance: 'alleges', content: 'two officers' },
    ],
  },
  {
    name: 'a pledge reaches to its end, and claims called a fraud are denied',
    text: 'The minister, Dr Ana Sel, pledged to close the Orm prison within 18 months. She called the torture claims “a fraud”.',
    claims: [
      { chain: ['Ana Sel'], stance: 'undertakes', content: 'close the Orm prison within 18 months' },
      { chain: ['Ana Sel'], stance: 'denies', content: 'a fraud' },
    ],
  },
  {
    name: 'what opens a sentence before ", the group said," is no claim',
    text: 'The Plain Monitor, a rights group, said 612 people were held. In the capital alone, the group said, 240 people were taken away.',
    claims: [
      { chain: ['Plain Monitor'], stance: 'alleges', content: '612 people were held' },
      { chain: ['Plain Monitor'], stance: 'alleges', content: '240 people were taken away' },
    ],
  },
  {
    name: 'whoever describes how police beat prisoners goes on behind the comma',
    text: 'Ana Lorca described how police beat prisoners, and said the director of Orm prison knew.',
    claims: [{ chain: ['Ana Lorca'], stance: 'alleges', content: 'the director of Orm prison knew' }],
  },
  {
    name: 'behind a colon the one who denied it gives the reasons',
    text: 'The newspaper Tide reported that forty people were being held. The ministry denied it: not a single person was held, it said.',
    claims: [
      { chain: ['Tide'], stance: 'alleges', content: 'forty people', low: 40 },
      { chain: ['ministry'], stance: 'denies', content: 'not a single person' },
    ],
  },
  {
    name: 'who is presumed dead is not asked for',
    text: 'The eleven men from Dol must be presumed dead, the Velin Commission said.',
    claims: [{ chain: ['Velin Commission'], stance: 'alleges', content: 'presumed dead', low: 11 }],
  },
  {
    name: 'a figure that a body gives, and one that leans on it',
    text: 'The ministry gave 95 dead. Hospitals gave 140. The mayor gave 20 loaves to the poor.',
    claims: [
      { chain: ['ministry'], stance: 'alleges', content: '95 dead', low: 95 },
      { chain: [null], stance: 'alleges', content: '140', low: 140 },
    ],
    never: ['loaves'],
  },
  {
    name: 'a turn of somebody who speaks of themselves',
    text: 'Sela Marin: They took my brother at night.',
    claims: [{ chain: ['Sela Marin'], stance: 'alleges', content: 'They took my brother' }],
  },
  {
    name: 'two turns in one paragraph',
    text: 'Sela Marin: They took my brother at night. Officer Bell: Nobody was taken.',
    claims: [
      { chain: ['Sela Marin'], stance: 'alleges', content: 'They took my brother' },
      { chain: ['Officer Bell'], stance: 'alleges', content: 'Nobody was taken' },
    ],
  },
  {
    name: 'the name of a place before a colon is no speaker',
    text: 'Dol: We were told to leave, residents say.',
    claims: [{ chain: [null], stance: 'alleges', content: 'We were told to leave' }],
  },
];
