/** The circle around the listed towns of an area whose borders the gazetteer does not have. */
import type { Spot } from './place-file.ts';

export interface TownsCircle extends Spot {
  /** From the middle to the farthest town, kilometres. */
  readonly radiusKm: number;
}

const EARTH_KM = 6371;
const RADIANS = Math.PI / 180;

/**
 * The middle of the towns on the sphere and how far the farthest lies; null without towns. It is the area in which the
 * listed people of a region live, not its border.
 *
 * @example
 * circleAround(gazetteer.townsOf('SY.09'))?.radiusKm; // 90
 */
export function circleAround(towns: readonly Spot[]): TownsCircle | null {
  if (towns.length === 0) return null;
  let [x, y, z] = [0, 0, 0];
  for (const { latitude, longitude } of towns) {
    const flat = Math.cos(latitude * RADIANS);
    x += flat * Math.cos(longitude * RADIANS);
    y += flat * Math.sin(longitude * RADIANS);
    z += Math.sin(latitude * RADIANS);
  }
  const middle = {
    latitude: hundredths(Math.atan2(z, Math.hypot(x, y)) / RADIANS),
    longitude: hundredths(Math.atan2(y, x) / RADIANS),
  };
  const farthest = Math.max(...towns.map((town) => distanceKm(middle, town)));
  return { ...middle, radiusKm: Math.ceil(farthest) };
}

function hundredths(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}

/** Great-circle distance by the haversine formula, kilometres. */
function distanceKm(a: Spot, b: Spot): number {
  const north = Math.sin(((b.latitude - a.latitude) * RADIANS) / 2) ** 2;
  const east = Math.sin(((b.longitude - a.longitude) * RADIANS) / 2) ** 2;
  const between = north + Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * east;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(between)));
}
