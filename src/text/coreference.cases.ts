/**
 * Who speaks: short passages written for this, people and places made up, several registers. Each names one mention of a
 * speaker and whom it stands for. Even numbers (counted from 0) are for work on the rules, odd ones are held out: they were
 * written before any rule was changed and are only counted. Names are compared folded; `|` parts equal answers.
 */
import type { ActorKind } from '../record/actor.ts';

/** One mention: its words (the last such speaker counts), the name it stands for or null, and the kinds that are right. */
export interface CoreferenceCase {
  readonly about: string;
  readonly text: string;
  readonly mention: string;
  readonly name: string | null;
  readonly kinds: readonly ActorKind[];
}

const PERSON: readonly ActorKind[] = ['person'];
const MEDIA: readonly ActorKind[] = ['media'];
const BODY: readonly ActorKind[] = ['public-body'];
const GROUP: readonly ActorKind[] = ['organisation'];
const NOBODY: readonly ActorKind[] = ['unnamed', 'community', 'person'];
const ANY: readonly ActorKind[] = [
  'person',
  'media',
  'public-body',
  'organisation',
  'unnamed',
  'unit',
  'community',
  'state',
];

type Row = readonly [text: string, mention: string, name: string | null, kinds: readonly ActorKind[]];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  'he, she': [
    [
      'Mira Halvek runs the clinic in Dol. She said that nine patients had died.',
      'She',
      'Mira Halvek',
      PERSON,
    ],
    [
      'The lawyer, Tomas Breck, visited the prison on Monday. He said two men had been beaten.',
      'He',
      'Tomas Breck',
      PERSON,
    ],
    [
      '“Nobody helped us,” said Amina Doru, a market trader. She added that her brother was still missing.',
      'She',
      'Amina Doru',
      PERSON,
    ],
    ['Governor Ivo Marn flew to Velt. “We counted 40 bodies,” he said.', 'he', 'Ivo Marn', PERSON],
    [
      'Kofi Ansare, a nurse, hid for two days. He told the Valley Post that soldiers had taken the wounded.',
      'He',
      'Kofi Ansare',
      PERSON,
    ],
    [
      'Leila al-Hamid was released in June. She says guards beat her with cables.',
      'She',
      'Leila al-Hamid',
      PERSON,
    ],
    ['Ana Petrescu met Daria Vold in the camp. She said that food had run out.', 'She', null, PERSON],
    [
      'Goran Petal and Mirko Stane were arrested together. He said later that nobody had questioned them.',
      'He',
      null,
      PERSON,
    ],
    [
      '“They shot at the bus,” Rosa Quiñel said. “Three children died,” she said.',
      'she',
      'Rosa Quiñel',
      PERSON,
    ],
    ['Colonel Adem Orr spoke on state radio. He denied that his men had fired.', 'He', 'Adem Orr', PERSON],
    [
      'Mrs. Ingrid Solheim wrote to the minister, Per Dahlin. She said her son had been tortured.',
      'She',
      'Ingrid Solheim',
      PERSON,
    ],
    [
      'Mr. Bako Adisa wrote to his sister, Mrs. Ife Bello. He said that the guards had taken his shoes.',
      'He',
      'Bako Adisa',
      PERSON,
    ],
  ],
  'they, it': [
    [
      'The Interior Ministry of Ostrana published a list. It said that 12 people had been detained.',
      'It',
      'Interior Ministry of Ostrana',
      BODY,
    ],
    [
      'Northline, a news agency, had a reporter in Dol. It said that 30 houses had burned.',
      'It',
      'Northline',
      MEDIA,
    ],
    [
      'The Open Door Network runs a helpline. They said that 60 people had called.',
      'They',
      'Open Door Network',
      GROUP,
    ],
    [
      'The Kessar Police denied the report. They said that no one had been held.',
      'They',
      'Kessar Police',
      BODY,
    ],
    [
      'The Dockers’ Union met on Sunday. It said that nine members were in prison.',
      'It',
      'Dockers’ Union',
      GROUP,
    ],
    [
      'The Free Valley Front released a video. They said they had killed six soldiers.',
      'They',
      'Free Valley Front',
      GROUP,
    ],
    [
      'Relief Bridge, a charity, has two doctors there. It said that it had treated 40 people.',
      'It',
      'Relief Bridge',
      GROUP,
    ],
    [
      'The Sorev Courier spoke to nine women. It reported that all had been beaten.',
      'It',
      'Sorev Courier',
      MEDIA,
    ],
    ['Families waited outside the gate. They said that nobody had told them anything.', 'They', null, NOBODY],
    ['Several drivers crossed the border at night. They said that the road was mined.', 'They', null, NOBODY],
  ],
  'common noun for a body': [
    [
      'The Health Ministry of Norrin counted the dead. The ministry said 18 people had died.',
      'The ministry',
      'Health Ministry of Norrin',
      BODY,
    ],
    [
      'The Ministry of Justice answered on Friday. The ministry said that nine prisoners had died.',
      'The ministry',
      'Ministry of Justice',
      BODY,
    ],
    [
      'Reporters of the Lark Gazette found the site. The newspaper said that 14 men were held there.',
      'The newspaper',
      'Lark Gazette',
      MEDIA,
    ],
    [
      'The daily Novi Glas broke the story. The paper said that six men had disappeared.',
      'The paper',
      'Novi Glas',
      MEDIA,
    ],
    [
      'The news agency Sudpress was first to report it. The agency said that two buses were hit.',
      'The agency',
      'Sudpress',
      MEDIA,
    ],
    [
      'The broadcaster Radio Tamar aired the tape. The station said that an officer had leaked it.',
      'The station',
      'Radio Tamar',
      MEDIA,
    ],
    [
      'The Orlan Human Rights Centre visited the camp. The centre said that 200 people lived there.',
      'The centre',
      'Orlan Human Rights Centre',
      GROUP,
    ],
    [
      'Witness Now, a rights group, kept a list. The group said that 31 people were missing.',
      'The group',
      'Witness Now',
      GROUP,
    ],
    [
      'The Mothers of the Square met again on Thursday. The group said that nobody had been found.',
      'The group',
      'Mothers of the Square',
      GROUP,
    ],
    [
      'Doctors for Kessar runs three clinics. The charity said that 70 people had been treated.',
      'The charity',
      'Doctors for Kessar',
      GROUP,
    ],
    [
      'The Commission on Missing Persons published its report. The commission said that 412 people were missing.',
      'The commission',
      'Commission on Missing Persons',
      [...BODY, ...GROUP],
    ],
    [
      'The Border Guard of Ostrana opened fire. The guard said that its men had been attacked.',
      'The guard',
      'Border Guard of Ostrana',
      BODY,
    ],
    [
      'The Teachers’ Union called a strike. The union said that four teachers had been shot.',
      'The union',
      'Teachers’ Union',
      GROUP,
    ],
    [
      'The National Prison Service gave no list. The service said only that the matter was closed.',
      'The service',
      'National Prison Service',
      BODY,
    ],
    [
      'The Tamar Committee for Refugees keeps an archive. The committee said 90 families had fled.',
      'The committee',
      'Tamar Committee for Refugees',
      [...GROUP, ...BODY],
    ],
    [
      'The Supreme Court of Orlund sat on Monday. The court said that the men had been tried fairly.',
      'The court',
      'Supreme Court of Orlund',
      BODY,
    ],
  ],
  'common noun for a person': [
    [
      'General Matej Kroll commands the post. The general said that no civilians had died.',
      'The general',
      'Matej Kroll',
      PERSON,
    ],
    [
      'Bishop Paulo Nenge led the funeral. The bishop said that 22 people were buried.',
      'The bishop',
      'Paulo Nenge',
      PERSON,
    ],
    [
      'The mayor of Dol, Elsa Brant, toured the streets. The mayor said that 42 houses were gone.',
      'The mayor',
      'Elsa Brant',
      PERSON,
    ],
    [
      'The prosecutor, Henrik Vass, opened a case. The prosecutor said that five officers were suspects.',
      'The prosecutor',
      'Henrik Vass',
      PERSON,
    ],
    [
      'Juana Ixcoy, a midwife, saw the soldiers come. The midwife said that they took three men.',
      'The midwife',
      'Juana Ixcoy',
      PERSON,
    ],
    [
      'The lawyer Samira Haddadin met her clients. The lawyer said that both had been beaten.',
      'The lawyer',
      'Samira Haddadin',
      PERSON,
    ],
    [
      'Ambassador Joran Keel met families. The ambassador said that visas would be refused.',
      'The ambassador',
      'Joran Keel',
      PERSON,
    ],
    [
      'Father Mateo Cruz hid forty people. The priest said that soldiers had searched the church twice.',
      'The priest',
      'Mateo Cruz',
      PERSON,
    ],
    [
      'Foreign Minister Ana Sel flew home. The minister said that no prisoner had been harmed.',
      'The minister',
      'Ana Sel',
      PERSON,
    ],
    [
      'Two doctors, Lev Amber and Rada Min, signed the letter. The doctor said that 12 had died.',
      'The doctor',
      null,
      PERSON,
    ],
  ],
  spokespersons: [
    [
      'A spokesman for the Dockers’ Union said that four members had been arrested.',
      'A spokesman for the Dockers’ Union',
      'Dockers’ Union',
      GROUP,
    ],
    [
      'A spokeswoman for the Interior Ministry said that 12 people had been held.',
      'A spokeswoman for the Interior Ministry',
      'Interior Ministry',
      BODY,
    ],
    [
      'Army spokesman Colonel Timur Asan said that nine fighters had been killed.',
      'Army spokesman Colonel Timur Asan',
      'Timur Asan',
      PERSON,
    ],
    [
      'The ministry’s spokeswoman, Olga Reim, said that the list was false.',
      'The ministry’s spokeswoman, Olga Reim',
      'Olga Reim',
      PERSON,
    ],
    [
      'Open Door Network spokesperson Ruth Okoye said that 60 people had fled.',
      'Open Door Network spokesperson Ruth Okoye',
      'Ruth Okoye',
      PERSON,
    ],
    [
      'A spokesman for Governor Ivo Marn denied that anyone had been hurt.',
      'A spokesman for Governor Ivo Marn',
      'Ivo Marn',
      PERSON,
    ],
    [
      'A representative of Relief Bridge said that aid had been stopped.',
      'A representative of Relief Bridge',
      'Relief Bridge',
      GROUP,
    ],
    [
      'The Prison Service answered by letter. Its spokesman said that no one had died.',
      'Its spokesman',
      'Prison Service',
      BODY,
    ],
    [
      'The Free Valley Front put out a tape. A spokesman said that six soldiers had died.',
      'A spokesman',
      'Free Valley Front',
      GROUP,
    ],
    [
      'Witness Now keeps a list. Its director said that 31 people were missing.',
      'Its director',
      'Witness Now',
      GROUP,
    ],
  ],
  'nobody named': [
    [
      'Sources close to the investigation said that two officers had been suspended.',
      'Sources close to the investigation',
      null,
      NOBODY,
    ],
    [
      'A security source said that the bomb had been placed under the bridge.',
      'A security source',
      null,
      NOBODY,
    ],
    ['Residents of Velt said that the soldiers had come at dawn.', 'Residents of Velt', null, NOBODY],
    [
      'An official who asked not to be named said that 30 bodies had been found.',
      'An official who asked not to be named',
      null,
      NOBODY,
    ],
    ['Two witnesses told the Lark Gazette that the men had been shot.', 'Two witnesses', null, NOBODY],
    ['One survivor said that she had counted nine bodies.', 'One survivor', null, NOBODY],
    ['A relative of Jon Drell said that he had been beaten.', 'A relative of Jon Drell', null, NOBODY],
    ['Neighbours said that Mira Halvek had been taken at night.', 'Neighbours', null, NOBODY],
    [
      'A doctor at the hospital in Dol said that eleven people had died.',
      'A doctor at the hospital in Dol',
      null,
      NOBODY,
    ],
    ['Activists in Norrin said that forty students were missing.', 'Activists in Norrin', null, NOBODY],
    ['A lawyer for Anna Sel said that she had not been fed.', 'A lawyer for Anna Sel', null, NOBODY],
    ['Local journalists said that the road had been closed.', 'Local journalists', null, NOBODY],
  ],
  'surname, first name': [
    [
      'Henrik Vass opened the case in May. Vass said that five officers were suspects.',
      'Vass',
      'Henrik Vass',
      PERSON,
    ],
    ['Dr. Nadia Kaur treated the wounded. “Nine died,” Kaur said.', 'Kaur', 'Nadia Kaur', PERSON],
    [
      'The director, Abdul Rahim al-Sayed, resigned. Al-Sayed said that records had been burned.',
      'Al-Sayed',
      'Abdul Rahim al-Sayed',
      PERSON,
    ],
    [
      'Pieter van der Laan led the mission. Van der Laan said that 14 graves had been opened.',
      'Van der Laan',
      'Pieter van der Laan',
      PERSON,
    ],
    [
      'Maria de la Cruz lost two sons. De la Cruz said that police took them.',
      'De la Cruz',
      'Maria de la Cruz',
      PERSON,
    ],
    [
      'Omar bin Yusuf drove the truck. Bin Yusuf said that soldiers stopped him twice.',
      'Bin Yusuf',
      'Omar bin Yusuf',
      PERSON,
    ],
    [
      'Sofía Núñez-Prado edits the weekly. Núñez-Prado said that her office had been searched.',
      'Núñez-Prado',
      'Sofía Núñez-Prado',
      PERSON,
    ],
    ['Seán O’Dowd saw the raid. O’Dowd said that a child had been hit.', 'O’Dowd', 'Seán O’Dowd', PERSON],
    ['Ngozi Eze is a student. Ngozi said that she had hidden under a bed.', 'Ngozi', 'Ngozi Eze', PERSON],
    ['Željko Šarić kept a diary. Šarić said that 17 men were taken.', 'Šarić', 'Željko Šarić', PERSON],
    ['Tariq and Yusuf Aban are brothers. Aban said that the shop had burned.', 'Aban', null, ANY],
    ['Lena Orr and her husband, Pavel Orr, fled. Orr said that nobody followed.', 'Orr', null, ANY],
    [
      'President Bela Tarn spoke on Sunday. Mr. Tarn said that no one had been tortured.',
      'Mr. Tarn',
      'Bela Tarn',
      PERSON,
    ],
    [
      'Wei Lin-hua was held for a year. Ms. Wei said that she had seen nine women die.',
      'Ms. Wei',
      'Wei Lin-hua',
      PERSON,
    ],
  ],
  'acronyms and short names': [
    [
      'The Orlan Human Rights Centre (OHRC) keeps a list. The OHRC said that 31 people were missing.',
      'The OHRC',
      'Orlan Human Rights Centre',
      GROUP,
    ],
    [
      'The Committee on Enforced Disappearances (CED) met. CED said that 90 cases were open.',
      'CED',
      'Committee on Enforced Disappearances',
      [...GROUP, ...BODY],
    ],
    [
      'The Kessar Liberation Army is outlawed. The KLA said that it had freed nine men.',
      'The KLA',
      'Kessar Liberation Army',
      ANY,
    ],
    [
      'The National Intelligence Directorate denied it. The NID said that the list was forged.',
      'The NID',
      'National Intelligence Directorate',
      BODY,
    ],
    [
      'The Orlan Human Rights Centre sent two monitors. The Centre said that the gate was locked.',
      'The Centre',
      'Orlan Human Rights Centre',
      GROUP,
    ],
    [
      'The Valley Post spoke to nine women. The Post said that all had been beaten.',
      'The Post',
      'Valley Post',
      MEDIA,
    ],
    [
      'The Norrin Observatory for Justice counts the dead. The Observatory said that 212 had died.',
      'The Observatory',
      'Norrin Observatory for Justice',
      GROUP,
    ],
    [
      'The Ostrana Red Crescent collected the bodies. The Red Crescent said it had found 14.',
      'The Red Crescent',
      'Ostrana Red Crescent',
      ANY,
    ],
    [
      'The Farmers’ Front for Land (FFL) blocked the road. “We will stay,” the FFL said.',
      'the FFL',
      'Farmers’ Front for Land',
      GROUP,
    ],
    [
      'The Movement for a Free Tamar split in May. The Movement said that its leader had been shot.',
      'The Movement',
      'Movement for a Free Tamar',
      GROUP,
    ],
  ],
  'apposition and lists': [
    [
      'Ivana Moss, a lawyer with Witness Now, said that the men had been beaten.',
      'Ivana Moss, a lawyer with Witness Now',
      'Ivana Moss',
      PERSON,
    ],
    [
      'Dawit Lemma, who runs the hospital in Dol, said that 12 people had died.',
      'Dawit Lemma',
      'Dawit Lemma',
      PERSON,
    ],
    [
      'Harun Bey, head of the Dockers’ Union, said that four members were in prison.',
      'Harun Bey, head of the Dockers’ Union',
      'Harun Bey',
      PERSON,
    ],
    [
      'The head of the Dockers’ Union, Harun Bey, said that four members were in prison.',
      'The head of the Dockers’ Union, Harun Bey',
      'Harun Bey',
      PERSON,
    ],
    [
      'Police chief Zoran Milek said that nine rioters had been held.',
      'Police chief Zoran Milek',
      'Zoran Milek',
      PERSON,
    ],
    [
      'Human rights lawyer Fatou Sarr said that the trial was a sham.',
      'Human rights lawyer Fatou Sarr',
      'Fatou Sarr',
      PERSON,
    ],
    [
      'Former prisoner Iskander Tolen said that he had been kept in a pit.',
      'Former prisoner Iskander Tolen',
      'Iskander Tolen',
      PERSON,
    ],
    [
      'Rahel Biru, 34, a mother of two, said that soldiers had burned her house.',
      'Rahel Biru',
      'Rahel Biru',
      PERSON,
    ],
    [
      'Interior Minister Karel Voss and the police denied that anyone had died.',
      'Interior Minister Karel Voss and the police',
      'Karel Voss',
      ANY,
    ],
    [
      'The opposition leader, Ayo Balan, said that 50 of his men were in jail.',
      'The opposition leader, Ayo Balan',
      'Ayo Balan',
      PERSON,
    ],
  ],
  outlets: [
    [
      'The “Lark Gazette” reported that nine men had been taken.',
      'The “Lark Gazette”',
      'Lark Gazette',
      MEDIA,
    ],
    [
      'According to the daily Novi Glas, six men have disappeared.',
      'the daily Novi Glas',
      'Novi Glas',
      MEDIA,
    ],
    [
      'The Russian-language paper Vesti Kessara wrote that two men had been shot.',
      'The Russian-language paper Vesti Kessara',
      'Vesti Kessara',
      MEDIA,
    ],
    ['TV Norrin said that the minister had resigned.', 'TV Norrin', 'TV Norrin', MEDIA],
    [
      'The online magazine Slow River reported that the camp was full.',
      'The online magazine Slow River',
      'Slow River',
      MEDIA,
    ],
    [
      'State television said that 40 terrorists had been killed.',
      'State television',
      'State television',
      MEDIA,
    ],
    [
      'El Correo de Tamar published photographs. The newspaper said that they showed nine bodies.',
      'The newspaper',
      'El Correo de Tamar',
      MEDIA,
    ],
    [
      'Al-Nahar al-Jadid named the officers. The newspaper said that three were colonels.',
      'The newspaper',
      'Al-Nahar al-Jadid',
      MEDIA,
    ],
  ],
  'bodies and states': [
    [
      'Ostrana’s Interior Ministry said that 12 people had been detained.',
      'Ostrana’s Interior Ministry',
      'Ostrana’s Interior Ministry|Interior Ministry of Ostrana',
      BODY,
    ],
    [
      'The government of Norrin said that it would open a case.',
      'The government of Norrin',
      'government of Norrin|Government of Norrin|Norrin',
      [...BODY, 'state'],
    ],
    ['The police said that nine people had been arrested.', 'The police', 'police', BODY],
    [
      'The regional health department said that 18 people had died.',
      'The regional health department',
      'regional health department',
      BODY,
    ],
    [
      'The Orlund embassy in Velt said that no visas would be given.',
      'The Orlund embassy in Velt',
      'Orlund embassy|Orlund embassy in Velt|Embassy of Orlund',
      BODY,
    ],
    [
      'The Third Mountain Brigade said that it had freed the town.',
      'The Third Mountain Brigade',
      'Third Mountain Brigade',
      ['unit'],
    ],
    ['The United Nations said that 4,000 people had fled.', 'The United Nations', 'United Nations', GROUP],
    ['Prosecutors said that they had charged nine officers.', 'Prosecutors', 'Prosecutors', BODY],
    [
      'The Ostrana army said that it had killed six rebels.',
      'The Ostrana army',
      'Ostrana army|Army of Ostrana',
      BODY,
    ],
    ['The rebels said that they would free the hostages.', 'The rebels', 'rebels', [...GROUP, 'unit']],
  ],
  documents: [
    [
      'Witness Now published a report on Monday. The report said that 31 people had been tortured.',
      'The report',
      'Witness Now',
      GROUP,
    ],
    [
      'A statement from the Dockers’ Union said that four members were missing.',
      'A statement from the Dockers’ Union',
      'Dockers’ Union',
      GROUP,
    ],
    [
      'The Commission on Missing Persons met in Dol. Its report said that 412 people were missing.',
      'Its report',
      'Commission on Missing Persons',
      [...BODY, ...GROUP],
    ],
    [
      'Mira Halvek wrote to the court. Her letter said that nine patients had died.',
      'Her letter',
      'Mira Halvek',
      PERSON,
    ],
    ['The ministry’s report said that nobody had been hurt.', 'The ministry’s report', 'ministry', BODY],
    ['A leaked police report said that two men had been shot.', 'A leaked police report', null, ANY],
  ],
  'capitals throughout': [
    [
      'ARCHBISHOP TOMAS REYL SAID TODAY THAT SOLDIERS KILLED NINE PEASANTS IN THE VILLAGE OF VELT. HE SAID THAT TWO WERE CHILDREN.',
      'HE',
      'TOMAS REYL',
      PERSON,
    ],
    [
      'THE DEFENSE MINISTRY REPORTED THAT SIX GUERRILLAS WERE KILLED NEAR DOL. THE MINISTRY SAID THAT NO SOLDIERS DIED.',
      'THE MINISTRY',
      'DEFENSE MINISTRY',
      BODY,
    ],
    [
      'COLONEL ADEM ORR TOLD REPORTERS THAT THE TOWN WAS CALM. ORR SAID THAT NOBODY HAD BEEN ARRESTED IN THE LAST DAYS.',
      'ORR',
      'ADEM ORR',
      PERSON,
    ],
    [
      'WITNESSES SAID THAT A CAR BOMB EXPLODED OUTSIDE THE BANK IN NORRIN AND THAT FOUR PEOPLE WERE KILLED THERE TODAY.',
      'WITNESSES',
      null,
      NOBODY,
    ],
    [
      'RADIO TAMAR REPORTED THAT THE MAYOR OF DOL WAS KIDNAPPED TODAY. THE STATION SAID THAT FOUR MEN TOOK HIM FROM HIS HOUSE.',
      'THE STATION',
      'RADIO TAMAR',
      MEDIA,
    ],
    [
      'THE POPULAR FRONT CLAIMED THE ATTACK IN A LEAFLET. THE FRONT SAID THAT THE JUDGE HAD BEEN SENTENCED BY THE PEOPLE.',
      'THE FRONT',
      'POPULAR FRONT',
      GROUP,
    ],
  ],
  'who, asked': [
    [
      'Joran Keel, who leads the mission, said that 14 graves had been opened.',
      'Joran Keel',
      'Joran Keel',
      PERSON,
    ],
    ['We asked Interior Minister Karel Voss for comment. He did not respond.', 'He', 'Karel Voss', PERSON],
    [
      'The Lark Gazette asked the Prison Service for a list. It declined to comment.',
      'It',
      'Prison Service',
      BODY,
    ],
    [
      '“I saw nine bodies,” said a man who gave his name as Idris.',
      'a man who gave his name as Idris',
      'Idris',
      PERSON,
    ],
    [
      'Idris, a taxi driver who gave only one name, said that he had seen nine bodies.',
      'Idris',
      'Idris',
      PERSON,
    ],
    [
      'Sela Dann told Northline that her husband had been shot; she said the killers wore uniforms.',
      'she',
      'Sela Dann',
      PERSON,
    ],
  ],
};

/** All cases in order; the split goes by the number in this list. */
export const COREFERENCE_CASES: readonly CoreferenceCase[] = Object.entries(ROWS).flatMap(([about, rows]) =>
  rows.map(([text, mention, name, kinds]): CoreferenceCase => ({ about, text, mention, name, kinds })),
);
