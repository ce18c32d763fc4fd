/** Words that tell what kind of speaker a name or a description stands for. Data; nothing is guessed about people. */
import type { ActorKind } from '../record/actor.ts';

const KINDS: readonly (readonly [ActorKind, string])[] = [
  [
    'media',
    'newspaper paper outlet agency broadcaster magazine daily weekly website channel kanal station portal gazette publication tabloid review examiner inquirer lantern sentinel globe echo argus media press radio television tv podcast blog newsletter news gazeta times post herald tribune journal observer chronicle courier guardian mirror telegraph mail bulletin dispatch reuters afp ap bbc cnn buzzfeed tass interfax xinhua correio correo jornal periódico prensa heraldo gaceta presse nouvelles journal vesti novosti gazeta diario diário folha noticias notícias presse agencia agência tribuna zeitung',
  ],
  [
    'public-body',
    'ministry department police army military government guard office administration council court prosecutor prosecutors committee commission embassy parliament consulate authority authorities bureau directorate command navy secretariat kremlin pentagon senate congress municipality gendarmerie intelligence presidency junta agency service federation tribunal inspectorate headquarters archive palace registry chancellery constabulary cell board panel',
  ],
  [
    'unit',
    'battalion brigade regiment division militia militias garrison squad battalions platoon company unit',
  ],
  [
    'organisation',
    'group organisation organization network union association centre center watch fund ngo charity foundation coalition alliance movement institute party initiative campaign project international nations amnesty society forum league monitor observatory rebels front hospital university church committee mission collective clinic cooperative company parish diocese monastery school guild club congress federation firm syndicate mouvement movimiento movimento frente partido parti comité unión união asociación liga rede réseau observatoire observatorio',
  ],
  ['state', 'country state republic kingdom'],
  [
    'community',
    'residents villagers families relatives witnesses activists survivors protesters campaigners',
  ],
];

const KIND_OF: ReadonlyMap<string, ActorKind> = new Map(
  [...KINDS]
    .reverse()
    .flatMap(([kind, words]) => words.split(' ').map((word): [string, ActorKind] => [word, kind])),
);

/** The kind a head noun stands for; null when it tells nothing. @example kindOfWord('newspaper'); // 'media' */
export function kindOfWord(lower: string): ActorKind | null {
  return KIND_OF.get(lower) ?? (lower.endsWith('s') ? (KIND_OF.get(lower.slice(0, -1)) ?? null) : null);
}

const PERSON =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|minister|president|spokes(?:man|woman|person)|director|chief|leader|governor|mayor|commander|lawyer|activist|secretary|officer|official|chairman|chairwoman|chair|coordinator|researcher|ambassador|deputy|analyst|journalist|editor|founder|doctor|priest|bishop|resident|witness|survivor|general|colonel|captain|senator|judge|king|queen|prince|premier|chancellor|envoy|rapporteur|commissioner|head|author|reporter|man|woman|father|mother|brother|sister|son|daughter|husband|wife|relative|victim|detainee|prisoner|teacher|student|nurse|soldier|expert|campaigner|correspondent|attorney|prosecutor|advocate|lawmaker|member|nominee|candidate|frontrunner|manager|ombudsman|ombudswoman|adviser|advisor|strategist)$/;

/** True for nouns and titles of one person. @example isPersonWord('minister'); // true */
export function isPersonWord(lower: string): boolean {
  return PERSON.test(lower);
}

/** Speaks for a body without being named. @example isMouthpiece('spokesperson'); // true */
export function isMouthpiece(lower: string): boolean {
  return /^(?:spokes(?:man|woman|person|people|men|women)|representatives?)$/.test(lower);
}

/** Words for nobody in particular. @example isFaceless('sources'); // true */
export function isFaceless(lower: string): boolean {
  return /^(?:sources?|officials?|reports?|witnesses|witness|residents?|activists?|rumou?rs?|many|some|others|people|observers|experts|critics|media|insiders?|eyewitness(?:es)?|relatives?|villagers?|survivors?|detainees?|diplomats?|campaigners?|someone|accounts?|locals|one|several|claims|man|woman|men|women|doctors?|medics?|lawyers?|neighbours?|neighbors?)$/.test(
    lower,
  );
}
