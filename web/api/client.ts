import type { Api } from '#contract/api.ts'
import type { Problem as ProblemShape } from '#contract/common.ts'
import { spokenLanguage, t } from '#web/text/t.ts'
import { keyFor, nameOfRequest, noteOutcome, noteUnsure } from './onceKeys.ts'
import { giveWay, whoseWindow } from './whose.ts'

type ProblemDocument = ProblemShape & Record<string, unknown>

/** What the server said instead of yes: a sentence for people, and where in the form. `status` 0: no answer came. */
export class Problem extends Error {
  readonly status: number
  readonly type: string
  readonly document: ProblemDocument
  constructor(document: ProblemDocument) {
    // The sentence of what broke asks for the id.
    super(document.status === 500 && document.id ? `${document.title} (${document.id})` : document.title)
    this.status = document.status
    this.type = document.type
    this.document = document
  }
}

export type Input<K extends keyof Api> = (Api[K]['params'] extends undefined
  ? { params?: undefined }
  : { params: Api[K]['params'] }) &
  (Api[K]['query'] extends undefined ? { query?: undefined } : { query?: Api[K]['query'] }) &
  (Api[K]['body'] extends undefined ? { body?: undefined } : { body?: Api[K]['body'] })
export type Answer<K extends keyof Api> = Api[K]['response']

/** The address of a route with its params and query filled in; what is undefined or null is left out. */
export function addressOf(path: string, params: object = {}, query: object = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)[name] ?? '')),
  )
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === null ? [] : [[name, String(value)]],
    ),
  )
  return `/api/v1${filled}${search.size ? `?${search}` : ''}`
}

/** An answer's text as JSON; undefined when it is not JSON, such as the page of a proxy in between. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The problem in a refusal, whoever wrote it: Tend in its own words, or a proxy in HTML. */
export function problemOf(status: number, text: string): Problem {
  const value = parsed(text)
  if (typeof value === 'object' && value !== null && 'title' in value)
    return new Problem({ type: 'broken', ...value, status } as ProblemDocument)
  const title = t(status === 413 ? 'problem.tooLarge' : 'problem.unreadable')
  return new Problem({ type: status === 413 ? 'too-large' : 'broken', title, status })
}

export const silence = (): Problem => new Problem({ type: 'offline', title: t('problem.silence'), status: 0 })

/** The Idempotency-Key of this very POST: that of an earlier try of which nobody knows whether it arrived, else a new one. */
export function onceFor<K extends keyof Api & string>(key: K, input: Partial<Input<K>>): string {
  return keyFor(requestOf(key, input))
}

export const requestOf = <K extends keyof Api & string>(key: K, input?: Partial<Input<K>>): string =>
  nameOfRequest(key, addressOf(key.split(' ')[1]!, input?.params, input?.query), input?.body)

/** Who is here is asked in nobody's name, and so is the door. */
const ofNobody = /^(GET \/me|GET \/welcome|POST \/sessions.*)$/

/** Calls one route of the contract. Types only come from there, so that its validators stay out of the bundle. */
export async function api<K extends keyof Api & string>(
  key: K,
  input?: Partial<Input<K>> & {
    idempotencyKey?: string
    keepalive?: boolean
    signal?: AbortSignal
    /** In whose name; that of the window unless said otherwise. */
    as?: string
  },
): Promise<Answer<K>> {
  const [method, path] = key.split(' ') as [string, string]
  const url = addressOf(path, input?.params, input?.query)
  const body = input?.body === undefined ? undefined : JSON.stringify(input.body)
  const headers: Record<string, string> = { 'accept-language': spokenLanguage() }
  if (body !== undefined) headers['content-type'] = 'application/json'
  const request = requestOf(key, input)
  const once = method === 'POST' ? (input?.idempotencyKey ?? keyFor(request)) : null
  if (once) headers['idempotency-key'] = once
  const { keepalive, signal } = input ?? {}
  const as = input?.as ?? (ofNobody.test(key) ? null : whoseWindow())
  if (as) headers['tend-as'] = as
  let status = 0
  let text = ''
  try {
    const response = await fetch(url, {
      method,
      headers,
      body,
      credentials: 'same-origin',
      keepalive,
      signal,
    })
    text = await response.text()
    status = response.status
  } catch (error) {
    if (once) noteOutcome(request, once, 0)
    if ((error as Error).name === 'AbortError') throw error
    throw silence()
  }
  const problem = status >= 400 ? problemOf(status, text) : null
  if (once) noteOutcome(request, once, status, problem?.type)
  if (problem) {
    if (once && !input?.idempotencyKey && problem.type === 'idempotency-key-reused')
      await mustNotHaveArrived(request, once, as)
    if (problem.type === 'somebody-else' && as === whoseWindow()) giveWay()
    throw problem
  }
  if (text === '') return undefined as Answer<K>
  const value = parsed(text)
  if (value === undefined) throw problemOf(status, text)
  return value as Answer<K>
}

/** The same words left before, and what stood beside them has changed since. If they arrived, they are not sent twice. */
async function mustNotHaveArrived(request: string, key: string, as: string | null): Promise<void> {
  const { state } = await api('DELETE /requests/{key}', { params: { key }, ...(as && { as }) })
  if (state === 'never') return
  noteUnsure(request, key)
  throw new Problem({ type: 'done-already', title: t('problem.doneAlready'), status: 409 })
}

/** One file, with progress 0 … 1. */
export function uploadFile(
  file: File,
  inline: boolean,
  onProgress: (share: number) => void,
): Promise<Answer<'POST /files'>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/files')
    const as = whoseWindow()
    if (as) request.setRequestHeader('tend-as', as)
    request.setRequestHeader('accept-language', spokenLanguage())
    if (inline) request.setRequestHeader('x-inline', '1')
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onload = () => {
      const value = parsed(request.responseText)
      if (request.status < 300 && value) resolve(value as Answer<'POST /files'>)
      else reject(problemOf(request.status, request.responseText))
    }
    request.onerror = () =>
      reject(new Problem({ type: 'offline', title: t('problem.fileSilence'), status: 0 }))
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}
