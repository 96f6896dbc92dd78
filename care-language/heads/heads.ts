import { featuresOf } from './features.ts'
import { placeOf, type Table } from './table.ts'

/** What the weight file says of one model, beside its weights: what it learnt in one place. */
export interface Column {
  /** Places of its table, a power of two. */
  places: number
  /** One step of a weight. */
  step: number
  bias: number
  /** The sums at which the best F1 lies, for texts with stops and without; they become the score 0.5. */
  middle: readonly [stops: number, bare: number]
}

/** What the weight file says of one head. */
export interface HeadHeader {
  name: string
  /**
   * Its columns. Two by `end`: texts whose last sentence has its stop, and those without. Two by the column of a place: a forum
   * and a service chat, say, mixed by how much a text sounds like the second; what counts as thanks in one is none in the other.
   */
  columns: readonly number[]
  by: 'itself' | 'end' | { place: number }
  /** The score from which the head was right nine times in ten on texts it had not seen; a hint needs it. Null: never sure. */
  sure: number | null
}

export interface Heads {
  names: readonly string[]
  headers: readonly HeadHeader[]
  columns: readonly (Column & Table)[]
}

/** The weight file: length of the header (4 bytes, little endian), the header in JSON, then each column's prints and weights. */
export function readHeads(bytes: Uint8Array): Heads {
  const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true)
  const { heads, columns } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as {
    heads: HeadHeader[]
    columns: Column[]
  }
  let at = bytes.byteOffset + 4 + length
  const tables = columns.map((column) => {
    const prints = new Uint8Array(bytes.buffer, at, column.places)
    const weights = new Int8Array(bytes.buffer, at + column.places, column.places)
    at += 2 * column.places
    return { ...column, prints, weights }
  })
  return { names: heads.map((one) => one.name), headers: heads, columns: tables }
}

/** Every learnt head's score of a text, 0 … 1, rounded so that every engine writes the same digits. */
export function scoreHeads({ headers, columns }: Heads, text: string): Record<string, number> {
  const features = featuresOf(text)
  const register = isBare(text) ? 1 : 0
  const sums = columns.map((column) => sumOf(column, features) - column.middle[register])
  return Object.fromEntries(headers.map((head) => [head.name, headScore(head, sums, text)]))
}

/** What a column makes of a text's features: those it knows, weighed by how many they are. */
export function sumOf({ prints, weights, step, bias }: Column & Table, features: Uint32Array): number {
  let steps = 0
  let known = 0
  for (const feature of features) {
    const place = placeOf(prints, feature)
    if (place < 0) continue
    steps += weights[place]!
    known++
  }
  return bias + (steps * step) / Math.sqrt(known || 1)
}

/** A head's score from what its columns say. */
export function headScore(
  { columns: [first, second], by }: HeadHeader,
  sums: readonly number[],
  text: string,
): number {
  if (by === 'itself') return scoreOf(sums[first!]!)
  if (by === 'end') return scoreOf(sums[endsOpen(text) ? second! : first!]!)
  const there = 1 / (1 + Math.exp(-sums[by.place]!))
  return scoreOf(sums[first!]! * (1 - there) + sums[second!]! * there)
}

/** Chat without a comma or a stop is another register. */
export const isBare = (text: string): boolean => !/[.,;:!?]/.test(text)

/** No question mark, and no stop at the end: there a missing question mark says nothing. */
export const endsOpen = (text: string): boolean => !/\?|[.!…:;]["'”’)\]\s]*$/.test(text)

export const scoreOf = (sum: number): number => Math.round(10_000 / (1 + Math.exp(-sum))) / 10_000
