import type { Reported } from './fields.ts'

interface SesMessage {
  notificationType?: string
  eventType?: string
  bounce?: {
    bounceType?: string
    bouncedRecipients?: { emailAddress?: string; action?: string; status?: string; diagnosticCode?: string }[]
  }
  complaint?: { complainedRecipients?: { emailAddress?: string }[] }
}

/** Amazon reports bounces and complaints as JSON in a letter of its notification service. */
export function readSesNotice(text: string): { kind: 'bounce' | 'complaint'; reported: Reported[] } | null {
  if (!/"(?:notificationType|eventType)|\\"(?:notificationType|eventType)/.test(text)) return null
  const notice = parse(text)
  const kind = (notice?.notificationType ?? notice?.eventType ?? '').toLowerCase()
  if (!notice || (kind !== 'bounce' && kind !== 'complaint')) return null
  const reported = (notice.bounce?.bouncedRecipients ?? notice.complaint?.complainedRecipients ?? []).map(
    (one: { emailAddress?: string; action?: string; status?: string; diagnosticCode?: string }) => ({
      recipients: one.emailAddress ? [one.emailAddress.toLowerCase()] : [],
      action: one.action ?? 'failed',
      status: /[245]\.\d+\.\d+/.exec(one.status ?? '')?.[0] ?? null,
      diagnostic: one.diagnosticCode ?? '',
    }),
  )
  return { kind, reported }
}

/** The object in the text; the wrapping notification carries it as a string. Lines that a mail program broke are joined. */
function parse(text: string): SesMessage | null {
  const start = text.indexOf('{')
  const end = text.lastIndexOf('}')
  if (start < 0 || end < start || end - start > 300_000) return null
  for (const json of [text.slice(start, end + 1), text.slice(start, end + 1).replace(/\n/g, '')])
    try {
      const outer = JSON.parse(json) as SesMessage & { Message?: string }
      return typeof outer.Message === 'string' ? (JSON.parse(outer.Message) as SesMessage) : outer
    } catch {
      // Not valid as it stands; tried again without line breaks.
    }
  return null
}
