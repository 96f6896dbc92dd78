import { z } from 'zod'
import { id, instant, nothing } from './common.ts'
import { routes } from './route.ts'

/** What an engine speaks: three ways of asking that many engines answer. */
export const engineKind = z.enum(['libretranslate', 'deepl', 'openai'])
export type EngineKind = z.infer<typeof engineKind>

/** By its tag, such as `pt` or `pt-BR`. */
export const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'must be the tag of a language, such as pt or pt-BR')

const address = z.url({ protocol: /^https?$/ }).max(500)

export const translationSetting = z.object({
  /** Null: nothing is translated, and no word leaves for it. */
  engine: z
    .object({
      kind: engineKind,
      /** As it is named beside what it made. */
      name: z.string(),
      /** It lies within the house: no word leaves it. */
      inside: z.boolean(),
      /** The rest is told to admins alone. */
      url: z.string().nullable(),
      model: z.string().nullable(),
      hasKey: z.boolean(),
    })
    .nullable(),
  /** A letter is translated when somebody opens it who does not read its language; otherwise when they ask. */
  byItself: z.boolean(),
  /** Inboxes whose letters are never handed to the engine; of those I see. */
  off: z.array(z.string()),
  /** Something was translated before, which can still be read. */
  kept: z.boolean(),
})
export type TranslationSetting = z.infer<typeof translationSetting>

export const letterTranslation = z.object({
  messageId: id('message'),
  conversationId: id('conversation'),
  language: z.string(),
  text: z.string(),
  /** What it was written in, as the engine or we could tell. */
  from: z.string().nullable(),
  engine: z.string(),
  at: instant,
})
export type LetterTranslation = z.infer<typeof letterTranslation>

/** What a teammate wrote of a letter that left in another language. */
export const ownWords = z.object({
  messageId: id('message'),
  text: z.string(),
  writtenIn: z.string(),
  language: z.string(),
  back: z.string(),
  engine: z.string(),
})
export type OwnWords = z.infer<typeof ownWords>

export const replyTranslation = z.object({
  id: id('translation'),
  conversationId: id('conversation'),
  language: z.string(),
  /** What leaves, word for word. */
  text: z.string(),
  /** The same, translated back by the engine: what it says to them. */
  back: z.string(),
  engine: z.string(),
})
export type ReplyTranslation = z.infer<typeof replyTranslation>

export const translationRoutes = routes({
  'GET /translation': {
    summary: 'Whether letters are translated here, and by whom',
    access: 'observer',
    response: translationSetting,
  },
  'PUT /translation': {
    summary:
      'Connect an engine. With an address outside the house, words of letters leave for it when somebody asks.',
    access: 'admin',
    body: z.strictObject({
      kind: engineKind,
      url: address,
      model: z.string().trim().min(1).max(200).nullable().default(null),
      /** Left out: the one there is, where the address stays; null: none. */
      key: z.string().trim().min(1).max(1000).nullable().optional(),
      inside: z.boolean(),
      byItself: z.boolean().default(false),
      off: z.array(id('inbox')).max(500).default([]),
    }),
    response: translationSetting,
  },
  'DELETE /translation': {
    summary: 'Translate nothing any more. What was translated stays.',
    access: 'admin',
    response: translationSetting,
  },
  'POST /translation/trial': {
    summary: 'One sentence of ours, there and back, so that one sees whether the engine answers',
    access: 'admin',
    body: nothing,
    response: z.object({ asked: z.string(), text: z.string(), back: z.string(), ms: z.number() }),
    status: 201,
  },
  'POST /messages/{id}/translations': {
    summary:
      'A letter in a language I read. Kept: the second time it is only read. The original stays as it is.',
    access: 'observer',
    params: z.object({ id: id('message') }),
    body: z.strictObject({ language }),
    response: letterTranslation,
    status: 201,
  },
})

export const replyTranslationRoutes = routes({
  'GET /conversations/{id}/translations': {
    summary: 'What is kept of its letters in one language, and our own words of what left in another',
    access: 'observer',
    params: z.object({ id: id('conversation') }),
    query: z.object({ language }),
    response: z.object({ items: z.array(letterTranslation), written: z.array(ownWords) }),
  },
  'POST /conversations/{id}/reply-translations': {
    summary:
      'My words in their language, and back again, to look at before anything leaves; `translation` of a reply sends exactly this',
    access: 'teammate',
    params: z.object({ id: id('conversation') }),
    body: z.strictObject({
      text: z.string().max(200_000).optional(),
      html: z.string().max(400_000).optional(),
      writtenIn: language,
      language,
    }),
    response: replyTranslation,
    status: 201,
  },
})
