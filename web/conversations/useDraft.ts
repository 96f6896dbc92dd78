import { useEffect, useRef, useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import { conversationReadAt, queryClient } from '#web/api/cache.ts'
import { api, Problem } from '#web/api/client.ts'
import { draftHere, dropHere, keepHere, type Place, type Words } from './draftStore.ts'
import { noteTyping } from './usePresence.ts'

/** How long words may be only in the browser before they go to the server: well within a second. */
const soon = 500
const again = 3000

/** How long an answer may have been under way from the server. */
const underWay = 5000
/** Whether a conversation without this draft was read before the draft was saved. Read later, it says that the words are gone: sent, or thrown away elsewhere. */
const mayNotKnow = (conversationId: string, keptAt = 0): boolean =>
  keptAt + underWay > conversationReadAt(conversationId)

/** A window that was killed may never have heard that its words were kept: those on the server are the beginning of these, no others'. */
const goesOnFrom = (words: Words, there: { text: string }) =>
  words.text.trimEnd().startsWith(there.text.trimEnd())

/** Where a draft begins: what the browser has and the server has not, else what the server has. */
export function firstWords(
  conversation: Conversation,
  place: Place,
): { words: Words; version: number; keptAt?: string | undefined } {
  const there = conversation.drafts.find((one) => one.kind === place.kind)
  const here = draftHere(place)
  if (here && (!here.safe || (there ? here.version >= there.version : mayNotKnow(conversation.id, here.at))))
    return there && goesOnFrom(here.words, there)
      ? { words: here.words, version: Math.max(here.version, there.version), keptAt: there.updatedAt }
      : { words: here.words, version: here.version, keptAt: here.keptAt }
  const people = (role: 'requester' | 'cc') =>
    conversation.participants.filter((one) => one.role === role).map(({ name, email }) => ({ name, email }))
  if (!there)
    return {
      words: {
        html: '',
        text: '',
        to: people('requester'),
        cc: people('cc'),
        bcc: [],
        files: [],
        kept: [],
        refused: [],
      },
      version: 0,
    }
  const { html, text, cc, bcc, attachments, version } = there
  return {
    words: {
      html,
      text,
      to: there.to.length ? there.to : people('requester'),
      cc,
      bcc,
      files: attachments,
      kept: [],
      // Its words went on elsewhere; what was refused here is refused in this draft.
      refused: here?.words.refused ?? [],
    },
    version,
    keptAt: there.updatedAt,
  }
}

/** A note to a colleague goes on, or begins, with their name; the words of a note that was begun stay. */
export function beginNote(conversation: Conversation, teammateId: string, name: string): void {
  const place: Place = { teammateId, conversationId: conversation.id, kind: 'note' }
  const { words, version } = firstWords(conversation, place)
  keepHere(place, {
    // A space that the editor does not take for the end of a line.
    words: {
      ...words,
      html: `${words.html}<p>@${name}&nbsp;</p>`,
      text: `${words.text}\n\n@${name} `.trimStart(),
    },
    version,
    safe: false,
  })
}

export type DraftState = 'saved' | 'here' | 'newer' | null
export interface Draft {
  state: DraftState
  /** When the server kept it last, for whoever sends it; null where it never did. */
  keptAt: () => string | null
  /** Another window's newer words, kept beside these until the writer says which. */
  newer: { html: string } | null
  keepMine: () => void
  takeNewer: (put: (html: string) => void) => void
  forget: () => Promise<void>
}

/** Keeps a draft: in the browser at once, on the server within a second. An older window never overwrites a newer one. */
export function useDraft(
  place: Place,
  words: Words,
  start: { version: number; keptAt?: string | undefined },
  /** As the server has it: somebody who was asked to look may have rewritten it. */
  there?: { html: string; text: string; version: number },
): Draft {
  const [state, setShown] = useState<DraftState>(() =>
    start.version > 0 && draftHere(place)?.safe !== false ? 'saved' : null,
  )
  /** Said once, not with each letter: React takes fifty letters in a row that each set a state after it for an endless loop. */
  const said = useRef(state)
  const setState = (next: DraftState) => {
    if (said.current === next) return
    said.current = next
    setShown(next)
  }
  const [newer, setNewer] = useState<{ html: string; version: number } | null>(null)
  const version = useRef(start.version)
  const keptAt = useRef(start.keptAt)
  const now = JSON.stringify(words)
  const latest = useRef({ now, words })
  latest.current = { now, words }
  const saved = useRef(now)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const flight = useRef<Promise<void> | null>(null)
  const over = useRef(false)
  /** What is being forgotten. */
  const sent = useRef('')
  const gone = useRef(new Set<string>())
  const stopped = useRef(false)
  const params = { id: place.conversationId, kind: place.kind }
  const as = place.teammateId

  const save = async () => {
    timer.current = undefined
    const { now: text, words: what } = latest.current
    if (over.current || stopped.current || text === saved.current) return
    try {
      // Never kept from here: a draft that is there all the same was written elsewhere.
      const isNone = isEmpty(what) && version.current === 0 && keptAt.current === undefined
      if (isNone) saved.current = text
      else if (isEmpty(what))
        await api('DELETE /conversations/{id}/drafts/{kind}', {
          params,
          query: { keptAt: keptAt.current },
          as,
        })
      else {
        const body = {
          html: what.html,
          text: what.text,
          to: what.to,
          cc: what.cc,
          bcc: what.bcc,
          attachments: what.files.map((file) => file.id).filter((id) => !gone.current.has(id)),
          version: version.current,
        }
        const kept = await api('PUT /conversations/{id}/drafts/{kind}', { params, body, as })
        version.current = kept.version
        keptAt.current = kept.updatedAt
      }
      saved.current = text
      if (over.current) return
      if (isEmpty(what)) {
        version.current = 0
        keptAt.current = undefined
        dropHere(place)
        setState(null)
      } else if (latest.current.now === text) {
        keepHere(place, { words: what, version: version.current, keptAt: keptAt.current, safe: true })
        setState('saved')
      }
    } catch (error) {
      if (error instanceof Problem && error.type === 'newer-draft' && error.document.newer) {
        stopped.current = true
        setNewer(error.document.newer as { html: string; version: number })
        setState('newer')
      } else if (error instanceof Problem && goneFile(error) !== null) {
        // A file that is no longer there (an upload waits for a week) must not keep the words from being kept.
        const sent = what.files.map((file) => file.id).filter((id) => !gone.current.has(id))
        gone.current.add(sent[goneFile(error)!]!)
        timer.current ??= setTimeout(run, 0)
      } else if (!over.current) timer.current ??= setTimeout(run, again)
      return
    }
    if (latest.current.now !== saved.current) timer.current ??= setTimeout(run, soon)
  }
  const busy = useRef(0)
  const run = () => {
    busy.current++
    flight.current = (flight.current ?? Promise.resolve()).then(save).finally(() => busy.current--)
  }
  const thereVersion = there?.version ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: a version is looked at once
  useEffect(() => {
    if (!there || thereVersion <= version.current || busy.current > 0 || over.current) return
    if (there.text.trim() === latest.current.words.text.trim() || isEmpty(latest.current.words)) return
    stopped.current = true
    setNewer({ html: there.html, version: there.version })
    setState('newer')
  }, [thereVersion])
  const runRef = useRef(run)
  runRef.current = run

  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `now` holds every word
  useEffect(() => {
    if (first.current) {
      first.current = false
      // Words that were only in the browser go up at once.
      const here = draftHere(place)
      if (here && !here.safe) {
        saved.current = ''
        // Emptiness must not throw away what lies on the server.
        if (!isEmpty(words)) runRef.current()
      }
      return
    }
    if (now === saved.current) return
    if (over.current) {
      // Begun while the ones before are still being forgotten: safe from the first letter all the same.
      if (!isEmpty(words) && now !== sent.current) keepHere(place, { words, version: 0, safe: false })
      return
    }
    if (isEmpty(words)) {
      dropHere(place)
      forgetRead(place)
    } else {
      keepHere(place, { words, version: version.current, keptAt: keptAt.current, safe: false })
      if (!stopped.current) setState('here')
      noteTyping(place.conversationId)
    }
    timer.current ??= setTimeout(() => runRef.current(), soon)
  }, [now])
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      if (!over.current) runRef.current()
    },
    [],
  )
  return {
    state,
    keptAt: () => keptAt.current ?? null,
    newer,
    keepMine: () => {
      version.current = newer?.version ?? version.current
      stopped.current = false
      setNewer(null)
      runRef.current()
    },
    takeNewer: (put) => {
      if (!newer) return
      version.current = newer.version
      stopped.current = false
      put(newer.html)
      setNewer(null)
      setState('saved')
    },
    forget: async () => {
      sent.current = latest.current.now
      over.current = true
      clearTimeout(timer.current)
      timer.current = undefined
      dropHere(place)
      setState(null)
      // A copy on its way up must not come back as a draft of what has just been sent.
      await flight.current
      const isGone = keptAt.current ? await throwAway(params, as, keptAt.current) : true
      // Where the line is away it lies there still, and the next words go on from it, not against it.
      if (isGone) {
        version.current = 0
        keptAt.current = undefined
      }
      over.current = false
      const { now: begun, words: next } = latest.current
      if (begun === sent.current || isEmpty(next)) {
        saved.current = begun
        return
      }
      // The line was slow, and the next words have been begun meanwhile.
      saved.current = ''
      keepHere(place, { words: next, version: version.current, keptAt: keptAt.current, safe: false })
      timer.current ??= setTimeout(() => runRef.current(), soon)
    },
  }
}

/** What somebody has wiped out does not come back with the conversation as it was read before. */
function forgetRead({ conversationId, kind }: Place): void {
  queryClient.setQueryData<Conversation>(
    ['GET /conversations/{id}', { id: conversationId }, null],
    (before) =>
      before?.drafts.some((one) => one.kind === kind)
        ? { ...before, drafts: before.drafts.filter((one) => one.kind !== kind) }
        : before,
    { updatedAt: conversationReadAt(conversationId) },
  )
}

/** The draft of what was sent, as far as this window knows it; one that somebody has kept since stays. */
const throwAway = (params: { id: string; kind: 'reply' | 'note' }, as: string, keptAt: string) =>
  api('DELETE /conversations/{id}/drafts/{kind}', { params, query: { keptAt }, as }).then(
    () => true,
    () => false,
  )

/** Which of the files named was refused; null where something else was. */
const goneFile = (problem: Problem): number | null => {
  const at = /^\/attachments\/(\d+)$/.exec(problem.document.errors?.[0]?.pointer ?? '')
  return at && problem.status === 422 ? Number(at[1]) : null
}

const isEmpty = (words: Words) => words.text.trim() === '' && words.files.length === 0
