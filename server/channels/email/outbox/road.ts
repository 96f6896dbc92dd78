/** A mail server that takes our mail, and how it wants to be spoken to. */
export interface Road {
  host: string
  port: number
  secure: boolean
  /** Refuse to go on without STARTTLS. */
  requireTls: boolean
  auth: { user: string; pass: string } | { user: string; accessToken: string; mailboxId: string } | null
}

/** `smtp://user:password@host:port` or `smtps://…`; `?tls=required` insists on STARTTLS. */
export function roadOf(url: string): Road {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url)
  const secure = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTls: searchParams.get('tls') === 'required',
    auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : null,
  }
}

/** Letters by the same road share connections and a limit. */
export const keyOfRoad = ({ host, port, auth }: Road): string => `${auth?.user ?? ''}@${host}:${port}`
