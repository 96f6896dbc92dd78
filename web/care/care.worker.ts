import { tellReasonsIn } from '#care/draft/note.ts'
import { type DraftContext, readDraft } from '#care/draft.ts'
import { type Inbound, readInbound } from '#care/inbound.ts'
import { loadHeads } from './heads.ts'
import type { FromReader, Questions, ToReader } from './reader.ts'

type Asked<T extends ToReader['task']> = Extract<ToReader, { task: T }>

// Reads beside the page, so that a keystroke never waits. What they wrote is read once; each sentence of a draft that
// stays as it is was read before (care-language/remember.ts).
let message: string | null = null
let inbound: Inbound | undefined
let last: DraftContext | undefined

function readReply({ draft, context = last! }: Asked<'draft'>): Questions['draft']['told'] {
  last = context
  if (context.customer.message !== message) {
    message = context.customer.message
    inbound = readInbound(message)
  }
  return readDraft(draft, context, inbound)
}

/** The practice page's examples come when somebody opens it. */
async function tryOut({ check, text, own }: Questions['try']['asked']): Promise<Questions['try']['told']> {
  const [{ tryCheck, tryDraft }, { checkOf }] = await Promise.all([
    import('#care/practice.ts'),
    import('#care/checks.ts'),
  ])
  return {
    said: tryCheck(check, text, own),
    reading: checkOf(check)?.reads === 'draft' ? tryDraft(check, text, own) : null,
  }
}

/** What the learnt heads are sure of. They come over the network once, and only when somebody asks. */
async function hear({ text }: Questions['hear']['asked']): Promise<Questions['hear']['told']> {
  const [{ heardIn }, heads] = await Promise.all([import('#care/heads/heard.ts'), loadHeads()])
  return { heard: heardIn(heads, text) }
}

/** A word to everybody is written on a bad day, and seldom: what reads it comes then. */
async function readPublic({
  text,
  when,
}: Questions['statement']['asked']): Promise<Questions['statement']['told']> {
  const { readStatement } = await import('#care/statement.ts')
  return readStatement(text, when)
}

/** Whoever sits here reads one language for as long as the page lives; a worker cannot ask it itself. */
let telling: Promise<void> | undefined
const tellIn = (language: ToReader['language']): Promise<void> =>
  (telling ??= language === 'de' ? tellInGerman() : Promise.resolve())

async function tellInGerman(): Promise<void> {
  try {
    tellReasonsIn((await import('#care/text/de.json', { with: { type: 'json' } })).default)
  } catch {
    // Offline before they were ever loaded: told in English until the next question, which tries again.
    telling = undefined
  }
}

const answerTo = (asked: ToReader) =>
  asked.task === 'draft'
    ? readReply(asked)
    : asked.task === 'try'
      ? tryOut(asked)
      : asked.task === 'hear'
        ? hear(asked)
        : readPublic(asked)

self.onmessage = async ({ data }: MessageEvent<ToReader>) => {
  const answer = (from: FromReader) => self.postMessage(from)
  try {
    await tellIn(data.language)
    answer({ id: data.id, told: await answerTo(data) })
  } catch (error) {
    answer({ id: data.id, failed: (error as Error).message })
  }
}
