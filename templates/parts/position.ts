// A place's position in words: 39.02° north, 125.75° east.
import type { Labels } from "../labels/labels.ts";

/** `lat` and `lon` in degrees, south and west negative. */
export function position(lat: number, lon: number, { register, units }: Labels): string {
  const latitude = (lat < 0 ? register.south : register.north)(degrees(lat));
  const longitude = (lon < 0 ? register.west : register.east)(degrees(lon));
  return `${latitude}${units.listSeparator}${longitude}`;
}

function degrees(value: number): string {
  return Math.abs(value).toFixed(2);
}
