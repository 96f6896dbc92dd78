import type { FastifyReply, FastifyRequest } from 'fastify'
import type { House } from '#server/base/context.ts'
import { Problem } from '#server/base/errors.ts'
import { type Allowance, addressBucket, countTry } from '#server/base/rates.ts'
import { readCompany } from '#server/team/company.ts'
import { sentencePage } from './frame.ts'
import { voiceFor } from './voice.ts'

export const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex',
}
export const html = (reply: FastifyReply, status: number, body: string) =>
  reply.status(status).headers(headers).type('text/html; charset=utf-8').send(body)

/** A page, not JSON, also for whoever asks too often. */
export async function isTooOften(house: House, bucket: string, allowance: Allowance): Promise<boolean> {
  try {
    await countTry(house.db, bucket, allowance)
    return false
  } catch (error) {
    if (error instanceof Problem && error.status === 429) return true
    throw error
  }
}

/** A page without a person: in the language the browser asks for first. */
export async function strangersPage(house: House, request: FastifyRequest) {
  const company = await readCompany(house.db)
  return { company, voice: voiceFor(request.headers['accept-language'], company.timeZone) }
}

/** Says no in a sentence, and true where it did. */
export async function refusesCrowd(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  const bucket = `page:${addressBucket(request.ip)}`
  if (!(await isTooOften(house, bucket, { limit: 600, seconds: 60 }))) return false
  html(reply.header('retry-after', 60), 429, sentencePage(await strangersPage(house, request), 'pages.crowd'))
  return true
}
