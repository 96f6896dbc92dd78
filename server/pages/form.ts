import type { FastifyRequest } from 'fastify'
import { newSecret } from '#server/base/ids.ts'
import type { Voice } from './voice.ts'
import type { Written } from './writing.ts'

const longest = 20_000
const largestFile = 10 * 2 ** 20
const mostFiles = 5

/** What was wrong with the form, with all that was written in it: nobody writes it twice. */
export class FormProblem extends Error {
  readonly status: number
  readonly form: Written

  constructor(status: number, message: string, form: Written) {
    super(message)
    this.status = status
    this.form = form
  }
}

/** Reads the form of the page, with its photos or, from a browser that sends none, without. Throws `FormProblem`. */
export async function readForm(request: FastifyRequest, { say }: Voice): Promise<Written> {
  const fields: Record<string, unknown> = {}
  const files: Written['files'] = []
  let wrong: 'tooLarge' | 'tooMany' | null = null
  if (request.isMultipart()) {
    const limits = { fileSize: largestFile, files: mostFiles, fields: 8, fieldSize: longest * 4 }
    try {
      for await (const part of request.parts({ limits, throwFileSizeLimit: false } as never)) {
        if (part.type === 'field') {
          fields[part.fieldname] = part.value
          continue
        }
        const bytes = await part.toBuffer()
        if (part.file.truncated) wrong = 'tooLarge'
        // A browser names an empty file where none was chosen.
        else if (part.filename && bytes.length) files.push({ name: part.filename, bytes })
      }
    } catch (error) {
      if ((error as { statusCode?: number }).statusCode !== 413) throw error
      wrong = 'tooMany'
    }
  } else Object.assign(fields, request.body)
  const word = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
  const what = word('say') === 'solved' || word('say') === 'unhappy' ? (word('say') as 'solved') : 'reply'
  const form: Written = {
    what,
    text: word('text').replace(/\r\n/g, '\n').replaceAll('\0', '').trim(),
    files,
    once: cleanOnce(word('once')),
  }
  if (wrong) throw new FormProblem(413, say(`pages.${wrong}`), form)
  if (form.text.length > longest) throw new FormProblem(422, say('pages.tooLong'), form)
  if (what === 'reply' && !form.text && files.length === 0)
    throw new FormProblem(422, say('pages.empty'), form)
  return form
}

const cleanOnce = (word: string) => word.replaceAll('\0', '').slice(0, 100) || newSecret()

/** The plain words of a section's form. */
export interface Fields {
  once: string
  words: Readonly<Record<string, string>>
}

const mostFields = 60
const longestField = 5000

/** Reads a form that takes no files. What is too much or too long is cut: such a form was not made by our page. */
export async function readFields(request: FastifyRequest, longest = longestField): Promise<Fields> {
  const words: Record<string, string> = Object.create(null)
  const keep = (name: string, value: unknown) => {
    if (typeof value === 'string' && /^[\w-]{1,60}$/.test(name) && Object.keys(words).length < mostFields)
      words[name] = value
        .replace(/\r\n/g, '\n')
        .replaceAll('\0', '')
        .slice(0, longest + 1)
  }
  if (request.isMultipart()) {
    const limits = { fileSize: 1, files: 5, fields: mostFields, fieldSize: longest * 4 }
    for await (const part of request.parts({ limits, throwFileSizeLimit: false } as never))
      if (part.type === 'field') keep(part.fieldname, part.value)
      else part.file.resume()
  } else for (const [name, value] of Object.entries(request.body ?? {})) keep(name, value)
  return { once: cleanOnce(words.once ?? ''), words }
}
