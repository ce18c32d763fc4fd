/**
 * Plural nouns for what is counted beside people in reports and is nobody: arms, places, works, money, happenings, words
 * and deeds. Taken from what dispatches count; a noun that may name people is never here.
 */
const ARMS =
  'mortars carbines pistols revolvers shotguns machineguns submachineguns launchers firearms cartridges clips casings fuses knives belts detonators explosives devices catapults arsenals batteries gunships warships minibuses motorcycles bicycles automobiles ambulances tractors wagons vans jeeps trailers airplanes aircrafts uniforms knapsacks backpacks caps pouches radios antennas receivers computers telephones cordless adapters transmitters';
const PLACES =
  'pharmacies drugstores avenues blocks highways townships neighborhoods neighbourhoods localities cemeteries laboratories airstrips hangars pylons poles towers branches headquarters checkpoints residences premises establishments facilities plants mills stables cells floors booths stands estates courts fortifications continents nations territories sectors zones wells shelters churches mosques mansions dwellings apartments flats rooms warehouses factories';
const WORKS =
  'lines columns boxes sacks rolls pieces pairs copies volumes books manuals placards flags passports cards pages tracts transformers structures holes walls doors windows pipelines oilwells bottles cans bags containers samples';
const MONEY =
  'australes bolivares bolivianos colons colones cordobas cruzeiros lempiras pesetas quetzals soles sucres intis francs marks yen liras kroner rupees hryvnias kilowatts kilograms kilogrammes kgs kms liters litres gallons';
const HAPPENINGS =
  'clashes ambushes bombings assassinations killings kidnappings shootings shootouts robberies accidents outbreaks harassments counterattacks tremors coups meetings summits trips broadcasts bursts gunshots hits detentions arrests investigations inquiries deliveries shipments phases stages sessions rounds hearings trials';
const WORDS_AND_DEEDS =
  'actions acts deeds decisions declarations depositions agreements policies alternatives options problems difficulties topics trends instances examples factors effects values languages directions positions routes stances tenets rights jobs movements sides fronts';

const NOUNS = new Set([ARMS, PLACES, WORKS, MONEY, HAPPENINGS, WORDS_AND_DEEDS].join(' ').split(' '));

/**
 * Whether a lower-case plural names things, not people.
 *
 * @example
 * isThingNoun('pharmacies'); // true
 */
export function isThingNoun(low: string): boolean {
  return NOUNS.has(low);
}
