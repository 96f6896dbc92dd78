import { buckets, featuresOf } from './features.ts'

/** One column of weights: what a model learnt in one place. */
export interface Column {
  /** One step of a weight. */
  step: number
  bias: number
  /** The sums at which the best F1 on the development split lies, for texts with stops and without; they become the score 0.5. */
  middle: readonly [stops: number, bare: number]
}

/** What the weight file says of one head, beside its weights. */
export interface HeadHeader {
  name: string
  /**
   * Its columns. Two by `stops`: texts with stops, and bare ones. Two by the column of a place: a forum and a service chat,
   * say, mixed by how much a text sounds like the second; what counts as thanks in one is none in the other.
   */
  columns: readonly number[]
  by: 'itself' | 'stops' | { place: number }
  /** The score from which the head was right nine times in ten on the development split; a hint needs it. Null: never sure. */
  sure: number | null
}

export interface Heads {
  names: readonly string[]
  headers: readonly HeadHeader[]
  columns: readonly Column[]
  /** Bucket by bucket, one signed byte for each column, so that one walk through a text's buckets feeds all heads. */
  weights: Int8Array
}

/** The weight file: length of the header (4 bytes, little endian), the header in JSON, the weights. */
export function readHeads(bytes: Uint8Array): Heads {
  const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true)
  const { heads, columns } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as {
    heads: HeadHeader[]
    columns: Column[]
  }
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + 4 + length, buckets * columns.length)
  return { names: heads.map((one) => one.name), headers: heads, columns, weights }
}

/** Every learnt head's score of a text, 0 … 1, rounded so that every engine writes the same digits. */
export function scoreHeads({ headers, columns, weights }: Heads, text: string): Record<string, number> {
  const features = featuresOf(text)
  const count = columns.length
  const steps = new Int32Array(count)
  for (const bucket of features) {
    const at = bucket * count
    for (let column = 0; column < count; column++) steps[column]! += weights[at + column]!
  }
  const register = isBare(text) ? 1 : 0
  const size = Math.sqrt(features.length || 1)
  const sums = columns.map(
    ({ bias, step, middle }, at) => bias + (steps[at]! * step) / size - middle[register],
  )
  const mixed = (first: number, second: number, place: number) => {
    const there = 1 / (1 + Math.exp(-sums[place]!))
    return sums[first]! * (1 - there) + sums[second]! * there
  }
  return Object.fromEntries(
    headers.map(({ name, columns: [first, second], by }) => [
      name,
      scoreOf(
        by === 'itself'
          ? sums[first!]!
          : by === 'stops'
            ? sums[register ? second! : first!]!
            : mixed(first!, second!, by.place),
      ),
    ]),
  )
}

/** Chat without a comma or a stop is another register: there a missing question mark says nothing. */
export const isBare = (text: string): boolean => !/[.,;:!?]/.test(text)

export const scoreOf = (sum: number): number => Math.round(10_000 / (1 + Math.exp(-sum))) / 10_000
