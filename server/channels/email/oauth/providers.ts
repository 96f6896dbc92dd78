/** Mail providers that ask for the owner's consent instead of a password (OAuth 2.0 with PKCE, RFC 6749, RFC 7636). */
export type ProviderId = 'google' | 'microsoft'

export interface ConsentProvider {
  id: ProviderId
  name: string
  authorizeUrl: string
  tokenUrl: string
  scope: string
  /** Sent along to the consent page. */
  extra: Record<string, string>
  clientId: string
  clientSecret: string | null
}

const known: Record<ProviderId, Omit<ConsentProvider, 'id' | 'clientId' | 'clientSecret'>> = {
  google: {
    name: 'Google',
    authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
    tokenUrl: 'https://oauth2.googleapis.com/token',
    scope: 'https://mail.google.com/ openid email',
    // Without these Google gives no refresh token the second time.
    extra: { access_type: 'offline', prompt: 'consent' },
  },
  microsoft: {
    name: 'Microsoft',
    authorizeUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    tokenUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    scope:
      'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access openid email',
    extra: { prompt: 'select_account' },
  },
}

export const isProviderId = (name: string | null): name is ProviderId => name !== null && name in known

/**
 * A provider, where this installation is registered with it: TEND_GOOGLE_CLIENT_ID and TEND_GOOGLE_CLIENT_SECRET, or the same
 * with MICROSOFT. TEND_…_AUTHORIZE_URL and TEND_…_TOKEN_URL name other endpoints: those of one tenant, or of a test.
 */
export function consentProvider(
  id: ProviderId,
  env: NodeJS.ProcessEnv = process.env,
): ConsentProvider | null {
  const of = (name: string) => env[`TEND_${id.toUpperCase()}_${name}`] || null
  const clientId = of('CLIENT_ID')
  if (!clientId) return null
  return {
    id,
    ...known[id],
    authorizeUrl: of('AUTHORIZE_URL') ?? known[id].authorizeUrl,
    tokenUrl: of('TOKEN_URL') ?? known[id].tokenUrl,
    clientId,
    clientSecret: of('CLIENT_SECRET'),
  }
}

export const providerName = (id: ProviderId): string => known[id].name
