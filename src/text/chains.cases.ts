/** Sentences whose words pass through several mouths, with the whole chain from the outermost to the innermost; null: unnamed. */

/** One text and the chain of each claim that is checked. */
export interface ChainCase {
  readonly text: string;
  /** Part of the content of the claim meant. */
  readonly words: string;
  readonly chain: readonly (string | null)[];
}

export const CHAIN_CASES: readonly ChainCase[] = [
  {
    text: 'A guard answered, according to the priest, that four men were already dead.',
    words: 'four men',
    chain: [null, null],
  },
  {
    text: 'Mira Sol told them, the Orlan Weekly says, that nine boys had been shot.',
    words: 'nine boys',
    chain: ['Orlan Weekly', 'Mira Sol'],
  },
  {
    text: 'Ilan Torv has been quoted by the Orlan Weekly as having said that six men were held.',
    words: 'six men',
    chain: ['Orlan Weekly', 'Ilan Torv'],
  },
  {
    text: 'Amna Or recounted what a guard had told her: that nine men had been shot.',
    words: 'nine men',
    chain: ['Amna Or', null],
  },
  {
    text: 'Ilan Torv told the court that the accused had said: "Shoot all nine of them."',
    words: 'Shoot all nine',
    chain: ['Ilan Torv', null],
  },
  {
    text: 'The Orlan Weekly quoted a survivor as saying that nine men were shot behind the mill.',
    words: 'nine men',
    chain: ['Orlan Weekly', null],
  },
  {
    text: 'According to Kesh News, the health ministry says that nine people died.',
    words: 'nine people',
    chain: ['Kesh News', 'health ministry'],
  },
  {
    text: 'Amna Or said her cousin had told her that the guards shot four men.',
    words: 'four men',
    chain: ['Amna Or', null],
  },
  {
    text: 'Amna Or, a nurse, said she had heard from a colleague that 14 people had died in the ward.',
    words: '14 people',
    chain: ['Amna Or', null],
  },
  {
    text: 'A leaked memo, seen by the Sol Gazette, says that 60 people died in custody.',
    words: '60 people',
    chain: ['Sol Gazette', null],
  },
  {
    text: 'General Or Lusk, quoted by state television, denied that civilians had been hurt.',
    words: 'civilians',
    chain: ['state television', 'Or Lusk'],
  },
  {
    text: 'Governor Pavo Lint was quoted by the Sol Gazette as saying that six men were shot.',
    words: 'six men',
    chain: ['Sol Gazette', 'Pavo Lint'],
  },
  {
    text: 'Governor Pavo Lint wrote in the Sol Gazette that six men had been shot.',
    words: 'six men',
    chain: ['Sol Gazette', 'Pavo Lint'],
  },
  {
    text: 'Pavo Lint gave an interview to the Sol Gazette in May. In it he said that six men had been shot.',
    words: 'six men',
    chain: ['Sol Gazette', 'Pavo Lint'],
  },
  {
    text: "The teachers' union says it was told by officials that nine teachers had been arrested.",
    words: 'nine teachers',
    chain: ["teachers' union", null],
  },
  {
    text: 'Prison Watch has published the account of a cook, who says that four prisoners starved.',
    words: 'four prisoners',
    chain: ['Prison Watch', null],
  },
  {
    text: 'In testimony collected by the Prison Watch, a former inmate says that guards burned two men.',
    words: 'two men',
    chain: ['Prison Watch', null],
  },
  {
    text: 'HOST: Good morning. The army says it killed six fighters. BEL: A soldier told us they were ordered to fire.',
    words: 'ordered to fire',
    chain: ['BEL', null],
  },
  {
    text: 'HOST: Good morning. The army says it killed six fighters. BEL: A soldier told us they were ordered to fire.',
    words: 'six fighters',
    chain: ['army'],
  },
  {
    text: 'Mr DENT (Orla West): Will the Minister answer? The Minister of the Interior (Mrs HOLM): I can confirm that two persons died.',
    words: 'two persons',
    chain: ['HOLM'],
  },
  {
    text: 'The governor, Ali Voss, rejected a report by Amity Watch that his guards had executed 36 herders.',
    words: 'his guards had executed 36 herders',
    chain: ['Amity Watch'],
  },
  {
    text: '3/ A neighbour texted me: "They took my son, I saw the van."',
    words: 'They took my son',
    chain: [null],
  },
  {
    text: 'A guard told the Ledger that nine men had been shot.',
    words: 'nine men',
    chain: [null],
  },
  {
    text: 'Amna Or said the officer had told them to kneel in the yard.',
    words: 'them to kneel',
    chain: ['Amna Or', null],
  },
  {
    text: 'According to Radio Wen, which cited a doctor in the village, nine men had drowned.',
    words: 'nine men',
    chain: ['Radio Wen', null],
  },
  {
    text: 'The district council, as quoted by Radio Wen, speaks of eleven sealed houses.',
    words: 'eleven sealed',
    chain: ['Radio Wen', 'district council'],
  },
  {
    text: 'The allegation that they shot nine men, made by a shepherd in an interview with Radio Wen, is unfounded.',
    words: 'nine men',
    chain: ['Radio Wen', null],
  },
  {
    text: "Amna Or told the city's military court on Friday that a guard had informed her that the files were burned.",
    words: 'files were burned',
    chain: ['Amna Or', null],
  },
  {
    text: 'Amna Or told Radio Wen in writing that there were two cellars.',
    words: 'two cellars',
    chain: ['Radio Wen', 'Amna Or'],
  },
  {
    text: 'Radio Wen reported that a "source in the palace" had told it that nine men were dead.',
    words: 'nine men',
    chain: ['Radio Wen', null],
  },
  {
    text: 'Colonel Or Lusk, according to three soldiers who served under him, ordered that no prisoner be fed.',
    words: 'no prisoner',
    chain: [null, 'Or Lusk'],
  },
  {
    text: 'Pavo Lint told ministers that the general had promised him that the raid would be over soon, the daily Onward reports.',
    words: 'the raid',
    chain: ['Onward', 'Pavo Lint', null],
  },
  {
    text: 'The Prison Watch wrote in its bulletin, quoted on Monday by Radio Wen, that nine men had been shot.',
    words: 'nine men',
    chain: ['Radio Wen', 'Prison Watch'],
  },
  {
    text: 'Amna Or said she had it from two drivers that nine men had been shot.',
    words: 'nine men',
    chain: ['Amna Or', null],
  },
  {
    text: 'The Sol Gazette quoted Pavo Lint on Saturday as denying that nine men had been shot.',
    words: 'nine men',
    chain: ['Sol Gazette', 'Pavo Lint'],
  },
  {
    text: 'A claim in the Sol Gazette, attributed to two clerks, that nine men had been shot was denied by the army.',
    words: 'nine men had been shot',
    chain: ['Sol Gazette', null],
  },
  {
    text: 'The allegation, attributed by the Prison Watch to a cook, is that nine men starved.',
    words: 'nine men',
    chain: ['Prison Watch', null],
  },
  {
    text: 'Reports that nine men starved came from a cook interviewed by the Sol Gazette.',
    words: 'nine men starved',
    chain: ['Sol Gazette', null],
  },
  {
    text: 'Amna Or told Radio Wen that two officers had come to the depot and informed her that nine buses were needed.',
    words: 'nine buses',
    chain: ['Radio Wen', 'Amna Or', null],
  },
  {
    text: 'Radio Wen carried an interview with a driver. The driver said that nine men had been shot.',
    words: 'nine men',
    chain: ['Radio Wen', null],
  },
  {
    text: 'A friend forwards me a message from her brother: "They shot nine men at the mill."',
    words: 'nine men',
    chain: [null, null],
  },
  {
    text: 'Amna Or said a neighbour rang her to say that nine men had been shot.',
    words: 'nine men',
    chain: ['Amna Or', null],
  },
  {
    text: 'What the shepherds say, according to the priest, is that nine men came with petrol.',
    words: 'nine men',
    chain: [null, null],
  },
  {
    text: "The prison chief's deputy told the Beacon that nine men had died.",
    words: 'nine men',
    chain: ['Beacon', null],
  },
  {
    text: 'A clerk told public radio that nine men had died.',
    words: 'nine men',
    chain: ['public radio', null],
  },
  {
    text: 'A deputy told Kanal 5 that nine men had died.',
    words: 'nine men',
    chain: ['Kanal 5', null],
  },
  {
    text: 'It matches an article in the daily Sol Gazette, in which a conscript claims that nine men were beaten.',
    words: 'nine men',
    chain: ['Sol Gazette', null],
  },
  {
    text: 'Police acted after Radio Wen broadcast a recording in which a man says that nine men were beaten.',
    words: 'nine men',
    chain: ['Radio Wen', null],
  },
  {
    text: 'The Sol Gazette said there were shots, quoting a medic. "They shot nine men," the medic was quoted as saying.',
    words: 'They shot nine men',
    chain: ['Sol Gazette', null],
  },
  {
    text: 'Radio Wen carried an interview with a survivor, who said a sailor had told them that nine men drowned.',
    words: 'nine men',
    chain: ['Radio Wen', null, null],
  },
  {
    text: 'A governor went on Radio Wen and said that nine men had died.',
    words: 'nine men',
    chain: ['Radio Wen', null],
  },
  {
    text: 'According to the clerk, Amna Or adds, nine men were signed dead.',
    words: 'nine men',
    chain: ['Amna Or', null],
  },
  {
    text: 'Amna Or comes every day. A clerk has assured her that nine men are alive.',
    words: 'nine men',
    chain: ['Amna Or', null],
  },
  {
    text: 'Amna Or said that a doctor had come to her shop and said that nine men were alive.',
    words: 'nine men',
    chain: ['Amna Or', null],
  },
  {
    text: 'Amna Or said the porter, whom she met in 2033, had pointed to the garden and told her that nine men lay there.',
    words: 'nine men',
    chain: ['Amna Or', null],
  },
  {
    text: 'Amna Or told the court that, on the way back, a sergeant said to her that nine men were spies.',
    words: 'nine men',
    chain: ['Amna Or', null],
  },
  {
    text: 'Amna Or said that a corporal had returned the cards and told them to stop asking.',
    words: 'to stop asking',
    chain: ['Amna Or', null],
  },
  {
    text: 'Ilan Torv said that the inspector, being drunk, boasted that nine men were gone.',
    words: 'nine men',
    chain: ['Ilan Torv', null],
  },
  {
    text: 'We note that the newspaper Sol Gazette reported that nine men died, citing two nurses.',
    words: 'nine men',
    chain: ['Sol Gazette', null],
  },
  {
    text: 'The Office has a letter by the families of the drowned. It states that guards told them that nine men drowned.',
    words: 'nine men',
    chain: [null, null],
  },
  {
    text: 'Amna Or brings us the words of the priest: "They shot nine men at the mill."',
    words: 'nine men',
    chain: ['Amna Or', null],
  },
  {
    text: 'Her lawyer, Amna Or, quoted her as saying that nine men were held.',
    words: 'nine men',
    chain: ['Amna Or', null],
  },
  {
    text: 'The commissioner told the UN that nine men went home, a UN official said.',
    words: 'nine men',
    chain: [null, null],
  },
  {
    text: 'A guard told my wife that nine men had been shot.',
    words: 'nine men',
    chain: [null, null],
  },
  {
    text: 'A guard told a reporter that nine men had been shot.',
    words: 'nine men',
    chain: [null],
  },
  {
    text: 'The minister, Mira Sol, received us twice. The two commanders told her that nine men had been shot.',
    words: 'nine men',
    chain: ['Mira Sol', null],
  },
  {
    text: 'The interior ministry spoke on Friday. Six people were arrested, it said, and eleven workers were questioned.',
    words: 'eleven workers',
    chain: ['interior ministry'],
  },
  {
    text: 'Six people were arrested, the interior ministry said, and the bridge burned.',
    words: 'Six people',
    chain: ['interior ministry'],
  },
];
