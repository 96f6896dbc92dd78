/** Which part of a development set a text is in, three quarters and one: by a hash of itself (FNV-1a), so that the parts never move. */
export function splitOf(text: string, parts = 4): 'dev' | 'untouched' {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash % parts === parts - 1 ? 'untouched' : 'dev'
}

/** 95 % interval of a statistic over resampled texts; a fixed seed, so that a run repeats itself. */
export function bootstrap<T>(
  items: readonly T[],
  statistic: (sample: T[]) => number,
  rounds = 1000,
): [number, number] {
  let state = 20_261_123
  const random = () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) >>> 0
    state = (state + 0x6d2b79f5) >>> 0
    return ((state ^ (state >>> 13)) >>> 0) / 4_294_967_296
  }
  const results: number[] = []
  for (let round = 0; round < rounds; round++)
    results.push(statistic(items.map(() => items[Math.floor(random() * items.length)]!)))
  results.sort((a, b) => a - b)
  return [results[Math.floor(rounds * 0.025)]!, results[Math.floor(rounds * 0.975)]!]
}

export const percent = (value: number): string => `${(100 * value).toFixed(1)} %`
