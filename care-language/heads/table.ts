/**
 * The weights of one model, found by feature: a power of two of places, each with a print of the feature it was kept for and
 * a signed byte. Only features that taught something have a place, and a stranger that falls into one is known by its print:
 * when every feature shared 2^16 places with a dozen others, a point and more was lost on every head.
 */
export interface Table {
  prints: Uint8Array
  weights: Int8Array
}

/** The two places a feature may be kept in, tried in turn, and its print, never 0: that marks an empty place. */
const firstOf = (feature: number, places: number): number => feature & (places - 1)
const secondOf = (feature: number, places: number): number =>
  (Math.imul(feature, 0x9e3779b1) >>> 13) & (places - 1)
const printOf = (feature: number): number => feature >>> 24 || 1

/** Where a feature is kept, or -1. */
export function placeOf(prints: Uint8Array, feature: number): number {
  const print = printOf(feature)
  const first = firstOf(feature, prints.length)
  if (prints[first] === print) return first
  const second = secondOf(feature, prints.length)
  return prints[second] === print ? second : -1
}

/** Gives places to features, the most telling first; one that finds both of its places taken is left out. */
export function settle(features: readonly number[], places: number): Uint8Array {
  const prints = new Uint8Array(places)
  for (const feature of features) {
    if (placeOf(prints, feature) >= 0) continue
    const first = firstOf(feature, places)
    const free = prints[first] === 0 ? first : secondOf(feature, places)
    if (prints[free] === 0) prints[free] = printOf(feature)
  }
  return prints
}
