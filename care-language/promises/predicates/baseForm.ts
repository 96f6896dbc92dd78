import { acts, irregular } from '../englishWords.ts'

const doubled = /([bdgmnprt])\1$/

const needsE =
  /(?:[aeiou](?:s|c|v|z|g|k|r|p|n)|[aeio]t|u[mt]|bl|pl|tl|dl|ng[e]|nc|rs|lv|rv|rg|dg|ns|id|ud|ad|od|ol|ul|il|us|iq)$/

/** The base form of a verb: "calling" → "call", "refunded" → "refund", "sent" → "send". A hint for people, not a key. */
export function baseForm(word: string): string {
  const known = irregular[word]
  if (known) return known
  if (word.endsWith('ing') && word.length > 5) return stemOf(word.slice(0, -3))
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`
  if (word.endsWith('ed') && word.length > 4) return stemOf(word.slice(0, -2))
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:sh|ch|ss|x|o)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') && !word.endsWith('ss') && word.length > 3 ? word.slice(0, -1) : word
}

const stemOf = (stem: string): string => {
  if (acts.has(stem)) return stem
  if (acts.has(`${stem}e`)) return `${stem}e`
  if (doubled.test(stem)) {
    const single = stem.slice(0, -1)
    return acts.has(single) || stem.length > 4 ? single : stem
  }
  return needsE.test(stem) ? `${stem}e` : stem
}
