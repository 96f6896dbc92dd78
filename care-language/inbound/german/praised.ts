import { once } from '../../once.ts'
import type { Span } from '../../sentences.ts'
import { isIn, phrases } from './pattern.ts'

const warm = once(() =>
  phrases(
    '~dank~|merci|~lob|lobend|toll~|super|großartig~|wunderbar~|hervorragend~|ausgezeichnet~|klasse|spitze|perfekt~|prima|fantastisch~|freundlich~|nett~|geduldig~|kompetent~|hilfsbereit~|lieb|liebevoll~|einfühlsam~|geholfen|gerettet|Zeit genommen|empfehl~|Schatz|Engel|Held~|zufrieden|begeistert~|Mühe gegeben|gekümmert|gelöst|vorbildlich~|Beste|Besten|Kompliment|Hut ab|beeindruckt~|professionell~|aufmerksam~|herzlich~|zuvorkommend~|ruhig|verständlich erklärt|gut erklärt|gut beraten',
  ),
)
const chill = once(() =>
  phrases(
    'unfreundlich~|unhöflich~|unverschämt~|nicht|nie|kein~|leider|versprochen|wollte|aufgelegt|ungeduldig~|ignoriert|patzig~|schroff~|grob|abgewimmelt|behauptet~|sagte|gesagt|statt',
  ),
)
const greets =
  /^(?:hallo|hi|hey|moin|servus|grüezi|grüß gott|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|werte[rs]?)(?= )/iu

/** Teammates whom a German letter names with thanks or praise: in the warm sentence itself, by a greeting it begins with, or by the next. */
export function germanPraisedIn(spans: readonly Span[], teammates: readonly string[]): string[] {
  return teammates.filter((name) => {
    const pattern = namePattern(name)
    return (
      pattern !== null &&
      spans.some(({ text }, at) => {
        const named = pattern.exec(text)
        if (!named) return false
        const next = spans[at + 1]?.text ?? ''
        if (greets.test(text) && named.index < 40) {
          const rest = text.length > 60 ? text : next
          return isIn(warmThanks(), rest) && !isIn(chill(), rest)
        }
        if (isIn(chill(), text)) return false
        return (
          isIn(warm(), text) ||
          (/^(?:sie|er|die beiden|beide|das|so)(?!\p{L})/iu.test(next) &&
            isIn(warm(), next) &&
            !isIn(chill(), next))
        )
      })
    )
  })
}

const warmThanks = once(() =>
  phrases(
    '~dank(?! im)|danke(?! im)|dankbar~|du warst|Sie (?:waren|haben) (?:mir|uns)? ?(?:so |sehr |wirklich )?(?:geholfen|freundlich|geduldig)',
  ),
)

function namePattern(name: string): RegExp | null {
  const parts = name.split(/\s+/).filter((part) => part.length > 1 && !/^(?:dr|prof)\.?$/i.test(part))
  if (parts.length === 0) return null
  const forms = [escaped(parts[0]!)]
  if (parts.length > 1) forms.push(`(?:herrn?|frau|kolleg\\p{L}+)(?: dr\\.)? ${escaped(parts.at(-1)!)}`)
  return new RegExp(`(?<!\\p{L})(?:${forms.join('|')})(?:['’]?s)?(?!\\p{L})`, 'iu')
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
