import { type Line, wordAt } from '../promises/line.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

export const negations = set('nicht kein keine keinen keinem keiner nie niemals niemand nichts')
export const hedges = set(
  'vielleicht eventuell möglicherweise hoffentlich voraussichtlich vermutlich wahrscheinlich normalerweise meist meistens gewöhnlich grundsätzlich immer sollte sollten könnte könnten würde würden dürfte dürften versuche versuchen hoffe hoffen bemühe bemühen kann können kannst könnt möchte möchten möchtest darf dürfen darfst dürft sollst musst willst magst üblicherweise erfahrungsgemäß',
)
/** What is done as the letter is written, or was. */
export const underWay = set(
  'gerade derzeit aktuell momentan bereits schon hiermit anbei beigefügt beiliegend soeben eben',
)
export const them = set('ihnen sie dir dich euch')
export const things = set(
  'ihr ihre ihrem ihren das die der ein eine es sie diese dieser dieses alle alles unser unsere dein deine mein meine',
)
const thirds = set(
  'dhl hermes dpd gls ups post bank versicherung hersteller lieferant krankenkasse vermieter bahn amazon paypal',
)

/** "Die Post bringt es", not "per Post", "in die Post" nor "der Post mit". */
export const isThird = (line: Line, at: number): boolean =>
  thirds.has(wordAt(line, at)) &&
  !/^(?:mit|per|über|an|von|durch|bei|zur|zum|beim|vom|im|am|dem|in)$/.test(wordAt(line, at - 1)) &&
  !/^(?:mit|in|an|von|bei|auf|über|durch)$/.test(wordAt(line, at - 2)) &&
  !(
    /^(?:der|den|ihrer|ihrem|ihren|seiner)$/.test(wordAt(line, at - 1)) &&
    /^(?:post|bank|bahn|versicherung)$/.test(wordAt(line, at))
  )

export const participle = (word: string): boolean =>
  (/^(?:ge\p{L}{3,}(?:t|en)|(?:ab|an|auf|aus|ein|zu|nach|vor|um|weiter|zurück|gut|fertig|frei|bereit|durch|her|hin|mit|los|fest)ge\p{L}{2,}(?:t|en)|(?:ver|er|be|ent|zer|über|unter)\p{L}{3,}(?:t|en|n)|\p{L}{3,}iert)$/u.test(
    word,
  ) ||
    word === 'sein') &&
  word !== 'werden'

export const has = (line: Line, from: number, to: number, words: ReadonlySet<string>): boolean => {
  for (let at = from; at < to; at++) if (words.has(wordAt(line, at)) && line.times[at] === -1) return true
  return false
}

export const matches = (line: Line, from: number, to: number, word: RegExp): boolean => {
  for (let at = from; at < to; at++) if (line.times[at] === -1 && word.test(wordAt(line, at))) return true
  return false
}

export const isTimed = (line: Line, from: number, to: number): boolean =>
  line.whens.some((one) => one.from >= from && one.to <= to) ||
  matches(line, from, to, /^(?:nächsten|kommenden)$/)

/** "gleich", "in Kürze", "per Post": no hour, but to come. */
export const comesSoon = (line: Line, from: number, to: number): boolean =>
  matches(
    line,
    from,
    to,
    /^(?:gleich|demnächst|kürze|umgehend|separat|gesondert|zeitnah|anschließend|danach|per)$/,
  )
