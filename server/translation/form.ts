/** HTML as it is handed to an engine: every tag that has something to say beside its name is only numbered, so that no address leaves. */
export interface Bare {
  html: string
  /** The tags as they were, by their number. */
  tags: readonly string[]
}

const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'|[^\s>"']*))?)*)\s*(\/?)>/gi

export function bareForm(html: string): Bare {
  const tags: string[] = []
  const bare = html.replace(tag, (whole, closes: string, name: string, rest: string) => {
    if (closes || !rest.trim()) return whole
    tags.push(whole)
    return `<${name} id="t${tags.length - 1}">`
  })
  return { html: bare, tags }
}

/** The translation with its tags as they were; null where one of them is missing, or there twice, or another one came in. */
export function formAgain(translated: string, { html, tags }: Bare): string | null {
  if (shapeOf(translated).join() !== shapeOf(html).join()) return null
  return translated.replace(tag, (whole, closes: string, _name: string, rest: string) => {
    const number = closes ? null : numberIn(rest)
    return number === null ? whole : tags[number]!
  })
}

const numberIn = (rest: string): number | null => {
  const [, number] = /\bid=["']?t(\d+)["']?/.exec(rest) ?? []
  return number === undefined ? null : Number(number)
}

/** Which tags there are, in no order: a language may put its words the other way round. */
const shapeOf = (html: string): string[] =>
  [...html.matchAll(tag)]
    .map(
      ([, closes, name, rest]) =>
        `${closes}${name!.toLowerCase()} ${numberIn(rest!) ?? (rest!.trim() ? '?' : '')}`,
    )
    .sort()

/** Nothing but paragraphs and ends of lines: then the words alone say all of it. */
export const isPlain = (html: string): boolean => !/<(?!\/?(?:p|br)\s*\/?>)[^>]*>/i.test(html)
