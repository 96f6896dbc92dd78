import { buckets, featuresOf } from './features.ts'

/** What the weight file says of one head, beside its weights. */
export interface HeadHeader {
  name: string
  /** One step of a weight. */
  step: number
  bias: number
  /** The sums at which the best F1 on the development split lies, for texts with stops and without; they become the score 0.5. */
  middle: readonly [stops: number, bare: number]
  /** The score from which the head was right nine times in ten on the development split; a hint needs it. Null: never sure. */
  sure: number | null
}

export interface Heads {
  names: readonly string[]
  headers: readonly HeadHeader[]
  /** Bucket by bucket, one signed byte for each head, so that one walk through a text's buckets feeds all heads. */
  weights: Int8Array
}

/** The weight file: length of the header (4 bytes, little endian), the header in JSON, the weights. */
export function readHeads(bytes: Uint8Array): Heads {
  const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true)
  const headers = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as HeadHeader[]
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + 4 + length, buckets * headers.length)
  return { names: headers.map((one) => one.name), headers, weights }
}

/** Every learnt head's score of a text, 0 … 1, rounded so that every engine writes the same digits. */
export function scoreHeads(heads: Heads, text: string): Record<string, number> {
  const features = featuresOf(text)
  const count = heads.headers.length
  const sums = new Int32Array(count)
  for (const bucket of features) {
    const at = bucket * count
    for (let head = 0; head < count; head++) sums[head]! += heads.weights[at + head]!
  }
  const register = isBare(text) ? 1 : 0
  const size = Math.sqrt(features.length || 1)
  return Object.fromEntries(
    heads.headers.map((head, at) => [
      head.name,
      scoreOf(head.bias + (sums[at]! * head.step) / size - head.middle[register]),
    ]),
  )
}

/** Chat without a comma or a stop is another register: there a missing question mark says nothing. */
export const isBare = (text: string): boolean => !/[.,;:!?]/.test(text)

export const scoreOf = (sum: number): number => Math.round(10_000 / (1 + Math.exp(-sum))) / 10_000
