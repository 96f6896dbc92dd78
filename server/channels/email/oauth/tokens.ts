import { z } from 'zod'
import type { House } from '#server/base/context.ts'
import { text as say } from '#server/base/text.ts'
import { transaction } from '#server/database/database.ts'
import { seal, unseal } from '../secrets.ts'
import type { MailboxRow } from '../tables.ts'
import { type ConsentProvider, consentProvider, providerName } from './providers.ts'
import '../tables.ts'

/** Consent was taken back or ran out; only a person can give it anew. */
export class ConsentGone extends Error {
  readonly code = 'CONSENT_GONE'
}

const answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().default(3600),
  refresh_token: z.string().optional(),
  id_token: z.string().optional(),
})
export type TokenAnswer = z.infer<typeof answer>

/** One question to the provider's token endpoint. Throws ConsentGone where the grant is no longer good. */
export async function askForTokens(
  provider: ConsentProvider,
  question: Record<string, string>,
): Promise<TokenAnswer> {
  const response = await fetch(provider.tokenUrl, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(15_000),
    headers: { accept: 'application/json' },
    body: new URLSearchParams({
      ...question,
      client_id: provider.clientId,
      ...(provider.clientSecret && { client_secret: provider.clientSecret }),
    }),
  })
  const said = (await response.json().catch(() => ({}))) as { error?: string }
  if (response.ok) return answer.parse(said)
  if (said.error === 'invalid_grant' || said.error === 'interaction_required')
    throw new ConsentGone(say('email.remedy.consent', { provider: provider.name }))
  // The provider's own words may hold what we sent; only its short code is told.
  throw new Error(`${provider.name}: ${String(said.error ?? response.status).slice(0, 60)}`)
}

/** Tokens of this process, by mailbox; every process asks for its own. */
const fresh = new Map<string, { token: string; until: number; sealed: string }>()
const spare = 60_000

/** A token that is good for a minute at least. */
export async function accessToken(house: Pick<House, 'db' | 'key'>, mailbox: MailboxRow): Promise<string> {
  const sealed = mailbox.secrets?.toString('base64') ?? ''
  const known = fresh.get(mailbox.id)
  if (known && known.sealed === sealed && known.until > Date.now()) return known.token
  const provider = mailbox.oauth && consentProvider(mailbox.oauth)
  if (!provider)
    throw new ConsentGone(
      say('email.remedy.notRegistered', { provider: mailbox.oauth ? providerName(mailbox.oauth) : '?' }),
    )
  const secrets = unseal(house, mailbox.secrets)
  if (!secrets.refresh) throw new ConsentGone(say('email.remedy.consent', { provider: provider.name }))
  let given: TokenAnswer
  try {
    given = await askForTokens(provider, { grant_type: 'refresh_token', refresh_token: secrets.refresh })
  } catch (error) {
    const now = error instanceof ConsentGone ? await secretsNow(house, mailbox) : null
    // Another process asked a moment before, and ours died with the new one that it was given.
    if (now && now.toString('base64') !== sealed) return accessToken(house, { ...mailbox, secrets: now })
    throw error
  }
  const kept =
    given.refresh_token && given.refresh_token !== secrets.refresh
      ? await keepRefreshToken(house, mailbox, given.refresh_token)
      : sealed
  fresh.set(mailbox.id, {
    token: given.access_token,
    until: Date.now() + given.expires_in * 1000 - spare,
    sealed: kept,
  })
  return given.access_token
}

const secretsNow = async (house: Pick<House, 'db'>, { id }: MailboxRow): Promise<Buffer | null> =>
  (await house.db.selectFrom('mailboxes').select('secrets').where('id', '=', id).executeTakeFirst())
    ?.secrets ?? null

/** Forgets a token that the mail server did not take, so that the next one is asked for. */
export const forgetToken = (mailboxId: string): void => void fresh.delete(mailboxId)

/** Some providers give a new one each time and let the old one die. */
async function keepRefreshToken(
  house: Pick<House, 'db' | 'key'>,
  mailbox: MailboxRow,
  refresh: string,
): Promise<string> {
  return transaction(house.db, async (trx) => {
    const row = await trx
      .selectFrom('mailboxes')
      .select('secrets')
      .where('id', '=', mailbox.id)
      .forUpdate()
      .executeTakeFirst()
    const secrets = seal(house, { ...unseal(house, row?.secrets ?? null), refresh })
    await trx.updateTable('mailboxes').set({ secrets }).where('id', '=', mailbox.id).execute()
    return secrets.toString('base64')
  })
}
