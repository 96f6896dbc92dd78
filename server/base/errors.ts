import { text as say } from './text.ts'

/** The few broken expectations. `base/http/problem.ts` turns each into problem+json in one place. */
export interface FieldError {
  /** JSON pointer into the body, such as `/due`. */
  pointer: string
  detail: string
}

export class Problem extends Error {
  readonly status: number
  readonly type: string
  readonly errors: FieldError[] | undefined
  /** Extra members of the problem document, such as the message that crossed. */
  readonly extra: Record<string, unknown> | undefined
  /** Seconds after which a retry makes sense. */
  readonly retryAfter: number | undefined

  constructor(
    status: number,
    type: string,
    message: string,
    more: {
      errors?: FieldError[]
      extra?: Record<string, unknown>
      retryAfter?: number
      cause?: unknown
    } = {},
  ) {
    super(message, { cause: more.cause })
    this.status = status
    this.type = type
    this.errors = more.errors
    this.extra = more.extra
    this.retryAfter = more.retryAfter
  }
}

/** Missing, or not visible to whoever asks: the same answer for both. */
export const notFound = (what = say('problem.this')) =>
  new Problem(404, 'not-found', say('problem.notFound', { what }))

export const invalid = (pointer: string, detail: string) =>
  new Problem(422, 'invalid', say('problem.invalid', { detail }), { errors: [{ pointer, detail }] })

/** A page that does not exist must not be answered with the first one: whoever walks through would go in circles. */
export const badCursor = () => invalid('/after', say('problem.cursor'))

export const conflict = (type: string, message: string, extra?: Record<string, unknown>) =>
  new Problem(409, type, message, { extra })

export const forbidden = (message = say('problem.forbidden')) => new Problem(403, 'forbidden', message)

export const signInNeeded = () => new Problem(401, 'sign-in-needed', say('problem.signIn'))

export const tooMany = (retryAfter: number) =>
  new Problem(429, 'too-many', say('problem.tooMany', { seconds: retryAfter }), { retryAfter })

export const unavailable = (message: string) => new Problem(503, 'unavailable', message, { retryAfter: 5 })
