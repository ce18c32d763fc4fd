/**
 * Contents of claims and the drafts made of them. Each draft: "words of the span | kind | measure or answer |
 * low/best/high or a wording for the vague | group | actor or perpetrator | place". '=' stands for the whole content.
 */
export const DRAFT_CASES: readonly (readonly [string, readonly string[]])[] = [
  [
    '26 gay and bisexual men have been killed as a result',
    ['= | count | killed | 26/26/26 | gay and bisexual men | – | Orlan'],
  ],
  [
    'over 100 men aged 16-50 had been detained by authorities',
    ['= | count | detained | 101/–/– | men aged 16-50 | authorities | Orlan'],
  ],
  ['the death toll from the purge has reached 26', ['= | count | killed | 26/26/26 | – | – | Orlan']],
  ['the death toll has passed 26', ['= | count | killed | 27/–/– | – | – | Orlan']],
  [
    'aware of six secret prisons, illegally containing hundreds of detained citizens, including those suspected of dissent',
    [
      'six secret prisons | count | detention-sites | 6/6/6 | secret prisons | – | Orlan',
      'illegally containing hundreds of detained citizens, including those suspected of dissent | count | detained | hundreds | detained citizens | – | Orlan',
    ],
  ],
  [
    'killing at least 3 and injuring 14 others',
    [
      'killing at least 3 | count | killed | 3/–/– | – | – | Orlan',
      'injuring 14 others | count | injured | 14/14/14 | – | – | Orlan',
    ],
  ],
  [
    'three people were killed and seven others were wounded in Velt',
    [
      'three people were killed | count | killed | 3/3/3 | people | – | Velt',
      'seven others were wounded in Velt | count | injured | 7/7/7 | – | – | Velt',
    ],
  ],
  [
    'security forces detained 40 protesters in Velt on Tuesday',
    ['= | count | detained | 40/40/40 | protesters | security forces | Velt'],
  ],
  ['dozens of students were arrested', ['= | count | detained | dozens | students | – | Orlan']],
  ['no one was killed', ['= | occurrence | killed | – | – | – | Orlan']],
  ['a journalist was abducted by gunmen', ['= | count | abducted | 1/1/1 | journalist | gunmen | Orlan']],
  ['between 30 and 40 villagers disappeared', ['= | count | disappeared | 30/–/40 | villagers | – | Orlan']],
  ['up to 200 men are being held', ['= | count | detained | –/–/200 | men | – | Orlan']],
  ['about 2,000 families fled their homes', ['= | count | displaced | –/2000/– | families | – | Orlan']],
  [
    'men suspected of being gay were tortured',
    ['= | occurrence | tortured | – | men suspected of being gay | – | Orlan'],
  ],
  ['civilians were killed by soldiers', ['= | occurrence | killed | – | civilians | soldiers | Orlan']],
  ['40 prisoners were released', ['= | count | released | 40/40/40 | prisoners | – | Orlan']],
  [
    '97 "hooligans" had been held and that most were released after a warning',
    [
      '97 "hooligans" had been held | count | detained | 97/97/97 | hooligans | – | Orlan',
      'most were released after a warning | occurrence | – | – | – | – | Orlan',
    ],
  ],
  ['the number of hostages at between 25 and 30', ['= | count | abducted | 25/–/30 | – | – | Orlan']],
  [
    'responsibility for the capture of 19 "collaborators" on Sunday',
    ['= | count | detained | 19/19/19 | collaborators | – | Orlan'],
  ],
  ['the whereabouts of five of them were unknown', ['= | count | disappeared | 5/5/5 | – | – | Orlan']],
  ['nine of them are in critical condition', ['= | count | injured | 9/9/9 | – | – | Orlan']],
  ['fewer than 10 remain unaccounted for', ['= | count | disappeared | –/–/9 | – | – | Orlan']],
  ['58 of whom were eliminated', ['= | count | killed | 58/58/58 | – | – | Orlan']],
  ['at least 70 of them "appear to have been executed', ['= | count | killed | 70/–/– | – | – | Orlan']],
  ['four clients showed signs of beating', ['= | count | tortured | 4/4/4 | clients | – | Orlan']],
  [
    'Velland has granted asylum to 310 Tanoi',
    ['= | response | asylum granted | 310/310/310 | Tanoi | Velland | –'],
  ],
  [
    'Nineteen of the applicants were given refugee status',
    ['= | response | asylum granted | 19/19/19 | applicants | – | –'],
  ],
  [
    'Velland recognised nine of fifty-four applicants as refugees',
    ['= | response | asylum granted | 9/9/9 | – | Velland | –'],
  ],
  [
    'They drove 400 families from their homes',
    ['= | count | displaced | 400/400/400 | families | – | Orlan'],
  ],
  ['Three soldiers fell in the operation', ['= | count | killed | 3/3/3 | soldiers | – | Orlan']],
  ['he has not been seen since', ['= | occurrence | disappeared | – | – | – | Orlan']],
  ['at least 26 reporters have left the country', ['= | count | displaced | 26/–/– | reporters | – | Orlan']],
  ['torture was tolerated in seven of the nine prisons', ['= | occurrence | – | – | – | – | Orlan']],
  ['three detention camps', ['= | count | detention-sites | 3/3/3 | detention camps | – | Orlan']],
  ['two women were raped by soldiers', ['= | count | sexual-violence | 2/2/2 | women | soldiers | Orlan']],
  ['so far two men have been granted visas', ['= | response | visa granted | 2/2/2 | men | – | –']],
  ['Lithuania has granted visas to two men', ['= | response | visa granted | 2/2/2 | men | Lithuania | –']],
  [
    'Donald Trump is refusing to grant visas to those escaping the country',
    ['= | response | visa refused | – | those escaping the country | United States | –'],
  ],
  [
    'the US is not going to issue visas for people from Orlan',
    ['= | response | visa refused | – | people from Orlan | United States | –'],
  ],
  ['Poland rejected 30 asylum requests', ['= | response | asylum refused | 30/30/30 | – | Poland | –']],
  ['12 visas were granted by Poland', ['= | response | visa granted | 12/12/12 | – | Poland | –']],
  [
    'the French embassy did not reply to requests for visas',
    ['= | response | visa silent | – | – | France | –'],
  ],
  [
    'Canada offered relocation to 12 people',
    ['= | response | relocation granted | 12/12/12 | people | Canada | –'],
  ],
  [
    'Germany is considering asylum for the men',
    ['= | response | asylum pending | – | the men | Germany | –'],
  ],
  ['Russia refused to open an investigation', ['= | response | investigation refused | – | – | Russia | –']],
  ['Norway opened an investigation', ['= | response | investigation granted | – | – | Norway | –']],
  [
    '26 people have applied for asylum in Germany',
    ['= | process | asylum | 26/26/26 | people | Germany | –'],
  ],
  [
    "one of the victims is a member of the country's national guard",
    ['= | identity | – | – | – | – | Orlan'],
  ],
  ['is openly welcoming men who are trying to escape', ['= | policy | – | – | – | – | –']],
  ['other European countries to do the same', ['= | policy | – | – | – | other European countries | –']],
  [
    'having “difficulty” securing visas that would allow the men to escape torture and possible death',
    ['= | process | – | – | – | – | Orlan'],
  ],
  ['name all of the countries that are pushing back', ['= | process | – | – | – | – | Orlan']],
  ['the army was behind the attack', ['= | responsibility | – | – | – | – | Orlan']],
  ['his whereabouts are unknown', ['= | status | – | – | – | – | Orlan']],
  ['this is the case', ['= | occurrence | – | – | – | – | Orlan']],
  ['they would kill 26 men', ['= | occurrence | – | – | – | – | Orlan']],
  ['26 houses were burned', ['= | occurrence | – | – | – | – | Orlan']],
  [
    'ABOUT 50 PEASANTS HAVE BEEN KIDNAPPED BY TERRORISTS',
    ['= | count | abducted | –/50/– | peasants | terrorists | Orlan'],
  ],
  ['nobody has died in our custody', ['= | occurrence | killed | – | – | – | Orlan']],
  ['the Guard has no secret prisons', ['= | count | detention-sites | – | secret prisons | – | Orlan']],
  [
    'the men had been held in two secret prisons',
    ['= | count | detention-sites | 2/2/2 | secret prisons | – | Orlan'],
  ],
  ['six addresses where they are or were held', ['= | count | detention-sites | 6/6/6 | – | – | Orlan']],
  [
    'at least three detained men had died, not sixteen',
    ['= | count | killed | 3/–/– | detained men | – | Orlan'],
  ],
  ['68 people were being questioned', ['= | count | detained | 68/68/68 | people | – | Orlan']],
  ['it had interviewed 23 former detainees', ['= | occurrence | – | – | – | – | Orlan']],
  ['Mira Sorn was abducted by gunmen', ['= | count | abducted | 1/1/1 | Mira Sorn | gunmen | Orlan']],
  [
    'Ana Belik, Joren Tal and Mira Sorn were killed',
    ['= | count | killed | 3/3/3 | Ana Belik, Joren Tal and Mira Sorn | – | Orlan'],
  ],
  ['the assassination of Senator Joren Tal', ['= | count | killed | 1/1/1 | Senator Joren Tal | – | Orlan']],
  ['Joren Tal, a priest, was murdered in Velt', ['= | count | killed | 1/1/1 | Joren Tal | – | Velt']],
  [
    '26 men were killed and more than 100 were detained',
    [
      '26 men were killed | count | killed | 26/26/26 | men | – | Orlan',
      'more than 100 were detained | count | detained | 101/–/– | – | – | Orlan',
    ],
  ],
  ['Mira Sorn, 34, was wounded', ['= | count | injured | 1/1/1 | Mira Sorn | – | Orlan']],
  [
    'gunmen killed Joren Tal and two bodyguards',
    [
      '= | count | killed | 1/1/1 | Joren Tal | gunmen | Orlan',
      'killed Joren Tal and two bodyguards | count | killed | 2/2/2 | bodyguards | gunmen | Orlan',
    ],
  ],
  ['soldiers killed her son', ['= | count | killed | 1/1/1 | son | soldiers | Orlan']],
  [
    'Mira Sorn was abducted by men in military uniform yesterday',
    ['= | count | abducted | 1/1/1 | Mira Sorn | men in military uniform | Orlan'],
  ],
  [
    'JESUIT PRIEST JOREN TALVIKO WAS MURDERED BY GUERRILLAS YESTERDAY',
    ['= | count | killed | 1/1/1 | JESUIT PRIEST JOREN TALVIKO | guerrillas | Orlan'],
  ],
  ['so they killed 3 ppl in Velt', ['= | count | killed | 3/3/3 | ppl | – | Velt']],
];
