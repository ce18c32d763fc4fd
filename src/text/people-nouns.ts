/**
 * The English words for people, and for groups and families that are counted. Only the grammatical class is
 * kept: what somebody is (orientation, faith, ethnicity) is never inferred, only copied from the source.
 */
import type { CountingUnit } from '../record/quantity.ts';

const REGULAR =
  'person civilian citizen resident villager peasant farmer farmworker worker labourer laborer miner fisherman soldier troop officer policeman policewoman guard fighter militant insurgent rebel guerrilla guerilla terrorist subversive extremist militiaman gunman combatant mercenary recruit conscript serviceman servicewoman trooper paratrooper marine sailor pilot captain colonel general lieutenant sergeant corporal veteran prisoner detainee inmate captive hostage suspect convict victim casualty survivor protester protestor demonstrator activist dissident campaigner organiser organizer opponent supporter member leader official deputy senator minister mayor governor councillor councilor judge prosecutor magistrate lawyer attorney journalist reporter photographer photojournalist cameraman editor correspondent blogger writer author poet artist musician singer student pupil teacher professor lecturer academic researcher scientist doctor nurse medic paramedic patient worshipper worshiper priest nun monk bishop pastor cleric imam missionary pilgrim refugee migrant immigrant emigrant evacuee returnee exile applicant asylum-seeker seeker evictee tourist passenger traveller traveler driver motorist cyclist pedestrian bystander passer-by onlooker neighbour neighbor tenant homeowner shopkeeper trader merchant vendor businessman businesswoman businessperson banker industrialist rancher landowner cattleman employee employer executive manager technician engineer mechanic builder carpenter guest customer visitor spectator fan player athlete coach trainee cadet youth teenager teen adolescent minor boy girl man woman child baby infant toddler newborn adult elder pensioner father mother parent grandfather grandmother grandparent son daughter brother sister sibling cousin uncle aunt nephew niece husband wife widow widower orphan spouse partner friend relative colleague associate comrade collaborator informant informer witness defendant accused foreigner national compatriot countryman native settler nomad herder herdsman shepherd hunter logger fisher trafficker smuggler dealer criminal bandit robber thief kidnapper kidnapee abductee attacker assailant killer murderer assassin bomber perpetrator hitman bodyguard escort aide adviser advisor assistant secretary clerk spokesman spokeswoman spokesperson diplomat ambassador consul peacekeeper observer monitor inspector investigator volunteer rescuer firefighter fireman responder aid-worker unionist trade-unionist syndicalist communist socialist conservative liberal democrat republican nationalist separatist islamist jihadist partisan loyalist paramilitary commando cop gendarme constable detective agent spy sniper servant maid cook waiter barber tailor baker butcher vagrant beggar addict individual human soul other deserter defector draftee reservist objector evader candidate voter delegate representative congressman congresswoman legislator parliamentarian lawmaker councilwoman councilman president premier chief head boss director founder owner operator contractor colonist homosexual heterosexual bisexual lesbian gay transsexual transvestite believer convert atheist muslim christian jew hindu buddhist sikh catholic protestant evangelical orthodox shiite sunni adherent follower disciple preacher healer occupant inhabitant dweller townsman islander highlander intellectual professional expert specialist scholar graduate undergraduate freshman schoolboy schoolgirl schoolchild classmate roommate hooligan troublemaker thug provocateur rioter looter newcomer client catechist midwife deportee internee stallholder beekeeper juror interviewee passerby ex-detainee ex-prisoner breadwinner farmhand grandson granddaughter stepson stepdaughter fiancé fiancée bride groom welder docker dockworker stevedore weaver boatbuilder drummer seamstress dressmaker cobbler potter blacksmith electrician plumber mason pharmacist dentist surgeon headmaster headmistress schoolmaster schoolteacher caretaker janitor porter courier cleaner gardener grocer innkeeper typist archivist librarian accountant postman ranger forester seafarer deckhand stowaway actor actress dancer novelist playwright comedian abbot novice rabbi mullah sheikh deacon sacristan warden jailer sheriff envoy interpreter translator conductor ferryman goatherd skipper mate participant striker squatter commuter shopper mourner reveller marcher picketer parishioner congregant holidaymaker backpacker hiker climber camper diner churchgoer concertgoer festivalgoer partygoer schoolmate cellmate shipmate workmate flatmate housemate teammate bandmate oilman stranger pirate insurrectionist mutineer royalist monarchist trotskyist anarchist feminist pacifist rower apprentice intern newsman broadcaster columnist cartoonist filmmaker screenwriter sculptor architect programmer developer influencer streamer vlogger tweeter motorcyclist biker trucker haulier stationkeeper tollkeeper borderer frontiersman tribesman clansman headman chauffeur watchman nightwatchman butler maidservant nanny governess chaplain verger sexton organist choirboy bookseller bookkeeper stationmaster signalman milkman tanner spinner caulker joiner roofer glazier surveyor economist historian philosopher psychologist psychiatrist therapist optician veterinarian agronomist geologist biologist chemist physicist mathematician astronomer linguist anthropologist archaeologist sociologist statistician stewardess steward waitress hostess barman barmaid confectioner greengrocer fishmonger ironmonger florist hairdresser watchmaker jeweller goldsmith silversmith saddler shoemaker bricklayer plasterer boatman oarsman lifeguard beachcomber lumberjack woodcutter ploughman milkmaid cowherd swineherd horseman horsewoman gamekeeper trapper whaler diver collier quarryman ironworker steelworker millworker shipwright rigger stoker fitter turner machinist telegraphist switchman lad lass chap bloke fellow youngster headteacher tutor lector dean rector provost bursar alderman burgher bailiff usher notary solicitor barrister advocate paralegal bookmaker undertaker gravedigger embalmer coroner pathologist orderly ambulanceman dispatcher patriot irregular auxiliary guardsman rifleman gunner bombardier sapper cavalryman lancer midshipman bosun seaman airman airwoman navigator militiawoman';
const IRREGULAR: Readonly<Record<string, string>> = {
  men: 'man',
  women: 'woman',
  children: 'child',
  people: 'person',
  ppl: 'person',
  kids: 'child',
  guys: 'man',
  folks: 'person',
  babies: 'baby',
  policemen: 'policeman',
  policewomen: 'policewoman',
  servicemen: 'serviceman',
  servicewomen: 'servicewoman',
  fishermen: 'fisherman',
  militiamen: 'militiaman',
  gunmen: 'gunman',
  businessmen: 'businessman',
  countrymen: 'countryman',
  spokesmen: 'spokesman',
  congressmen: 'congressman',
  cameramen: 'cameraman',
  herdsmen: 'herdsman',
  cattlemen: 'cattleman',
  firemen: 'fireman',
  hitmen: 'hitman',
  casualties: 'casualty',
  deputies: 'deputy',
  secretaries: 'secretary',
  missionaries: 'missionary',
  mercenaries: 'mercenary',
  wives: 'wife',
  thieves: 'thief',
  spies: 'spy',
  schoolchildren: 'schoolchild',
  grandchildren: 'child',
  postmen: 'postman',
  ferrymen: 'ferryman',
  troops: 'troop',
  police: 'policeman',
  personnel: 'person',
  folk: 'person',
  crew: 'person',
  staff: 'person',
  gentlemen: 'man',
  freedmen: 'man',
  guardsmen: 'guard',
  tribesmen: 'native',
  clansmen: 'native',
  passersby: 'passerby',
  townspeople: 'townsman',
  clergy: 'priest',
  clergymen: 'priest',
  kinsmen: 'relative',
  oilmen: 'oilman',
  newsmen: 'reporter',
  headmen: 'headman',
  watchmen: 'watchman',
  nightwatchmen: 'watchman',
  boatmen: 'boatman',
  oarsmen: 'oarsman',
  horsemen: 'horseman',
  horsewomen: 'horsewoman',
  quarrymen: 'quarryman',
  seamen: 'seaman',
  airmen: 'airman',
  riflemen: 'rifleman',
  councilmen: 'councilman',
  councilwomen: 'councilwoman',
  congresswomen: 'congresswoman',
  businesswomen: 'businesswoman',
  grandsons: 'grandson',
  souls: 'soul',
  townsfolk: 'inhabitant',
  villagefolk: 'villager',
  peers: 'friend',
  commandos: 'commando',
  youths: 'youth',
  paramilitaries: 'paramilitary',
  dead: 'person',
  wounded: 'person',
  injured: 'person',
  detained: 'person',
  missing: 'person',
  disappeared: 'person',
  lives: 'person',
  bodies: 'body',
  corpses: 'body',
};
/** "the dead", "12 wounded": heads that are acts at the same time; no group wording is drawn from them. */
const ACT_HEADS = new Set([
  'dead',
  'wounded',
  'injured',
  'detained',
  'missing',
  'disappeared',
  'lives',
  'bodies',
  'corpses',
  'body',
  'corpse',
]);
const UNIT_HEADS = new Map<string, CountingUnit>([
  ['family', 'family'],
  ['families', 'family'],
  ['household', 'family'],
  ['households', 'family'],
  ['group', 'group'],
  ['groups', 'group'],
  ['gangs', 'group'],
  ['community', 'community'],
  ['communities', 'community'],
]);
const AMBIGUOUS_SINGULAR = new Set([
  'other',
  'general',
  'head',
  'chief',
  'minor',
  'human',
  'accused',
  'gay',
  'lesbian',
  'bisexual',
  'homosexual',
  'orthodox',
  'conservative',
  'liberal',
  'democrat',
  'republican',
  'communist',
  'socialist',
  'nationalist',
  'separatist',
  'muslim',
  'christian',
  'catholic',
  'sunni',
  'shiite',
  'hindu',
  'buddhist',
  'islamist',
  'terrorist',
  'guerrilla',
  'guerilla',
  'rebel',
  'militant',
  'paramilitary',
  'native',
  'national',
  'professional',
  'monitor',
  'evangelical',
  'protestant',
  'elder',
  'adult',
  'individual',
  'marine',
  'subversive',
  'extremist',
  'seeker',
  'police',
  'intellectual',
  'student',
  'member',
  'exile',
  'escort',
  'executive',
  'patient',
  'guard',
  'fan',
  'coach',
  'cook',
  'fellow',
  'irregular',
  'auxiliary',
  'orderly',
  'operator',
  'dean',
  'usher',
  'turner',
  'fitter',
  'diver',
  'stranger',
  'mate',
  'developer',
]);

const SINGULAR = new Set(REGULAR.split(' '));
const PLURAL = new Set<string>(Object.keys(IRREGULAR));
for (const noun of SINGULAR) PLURAL.add(noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`);
PLURAL.add('witnesses');

/** Plural heads that look like people and are not, and things that are counted beside people. */
const THINGS = new Set(
  'farms plantations ranches banks offices barracks stations posts airports bridges roads streets hotels stores properties items objects kilos packages sticks houses homes buildings vehicles cars trucks buses rifles weapons guns bombs grenades shops schools hospitals clinics villages towns cities states countries provinces districts regions departments municipalities areas sites places camps prisons centres centers jails days weeks months years hours minutes times occasions incidents attacks cases reports complaints raids operations strikes explosions blasts bullets shells rockets missiles rounds mines drones aircraft planes helicopters ships boats tanks trains organisations organizations groups companies agencies institutions parties outlets newspapers articles laws rules points percent dollars euros pounds pesos rubles animals cattle sheep goats cows horses dogs birds cats chickens hens ducks geese pigs piglets lambs donkeys mules camels oxen calves bulls buffaloes elephants rats fish poultry livestock trees acres hectares miles kilometers kilometres metres meters tons tonnes documents pages photographs photos videos messages letters tweets posts calls questions issues reasons ways things parts kinds types visas permits applications requests flights doses tests votes seats counts charges sentences elections protests demonstrations marches rallies attempts threats blows shots wounds fractures scars teeth ribs fingers tents blankets loaves prices warnings machines crimes offences offenses goals points levels parcels crowns gourdes statements letters leaflets boats trenches fires flashes volleys salvos recordings ballots cartridges casings barrels sacks boxes crates hearings verdicts decrees agreements roadblocks convoys'.split(
    ' ',
  ),
);

/** Whether a lower-case word is a plural (or collective) noun for people. */
export function isPeoplePlural(low: string): boolean {
  return PLURAL.has(low) || UNIT_HEADS.has(low);
}

/** Whether a lower-case word is a singular noun for a person and little else. */
export function isPersonSingular(low: string): boolean {
  return SINGULAR.has(low) && !AMBIGUOUS_SINGULAR.has(low);
}

/** Whether a lower-case word can be a singular noun for a person, also where it often is an adjective. */
export function mayBePerson(low: string): boolean {
  return SINGULAR.has(low);
}

/** Whether a word as head of a counted phrase names things, not people. */
export function isThing(low: string): boolean {
  return THINGS.has(low);
}

/** Whether a head names the act as well ("12 dead"), so that it is no wording for a group. */
export function isActHead(low: string): boolean {
  return ACT_HEADS.has(low);
}

/**
 * The unit in which a head is counted.
 *
 * @example
 * unitOfHead('families'); // 'family'
 */
export function unitOfHead(low: string): CountingUnit {
  return UNIT_HEADS.get(low) ?? 'individual';
}
