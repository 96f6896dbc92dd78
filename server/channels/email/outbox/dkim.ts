import { readFile } from 'node:fs/promises'

interface SigningKey {
  domain: string
  selector: string
  privateKey: string
}

/**
 * The installation's own key, for those who send without a provider that signs for them: TEND_DKIM_KEY (a PEM file),
 * TEND_DKIM_SELECTOR and TEND_DKIM_DOMAIN. The public half lies in the domain's DNS at `<selector>._domainkey.<domain>`.
 */
async function signingKey(env: NodeJS.ProcessEnv): Promise<SigningKey | null> {
  const { TEND_DKIM_KEY: file, TEND_DKIM_SELECTOR: selector, TEND_DKIM_DOMAIN: domain } = env
  return file && selector && domain
    ? { domain: domain.toLowerCase(), selector, privateKey: await readFile(file, 'utf8') }
    : null
}

/** What of a letter is signed, where it is there: as usual, and the one-press way out of a list as well (RFC 8058 §4). */
const headerList = [
  ...['From', 'Sender', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'To', 'Cc', 'In-Reply-To', 'References'],
  ...['MIME-Version', 'Content-Type', 'Content-Transfer-Encoding', 'Content-ID', 'Content-Description'],
  ...['List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post', 'Auto-Submitted'],
]

/** The letter with its DKIM signature (RFC 6376) in front; as it is where there is no key for its domain. */
export async function signed(
  bytes: Buffer,
  from: string,
  { env = process.env, now = new Date() }: { env?: NodeJS.ProcessEnv; now?: Date } = {},
): Promise<Buffer> {
  const key = await signingKey(env)
  const domain = from.slice(from.lastIndexOf('@') + 1).toLowerCase()
  if (!key || !(domain === key.domain || domain.endsWith(`.${key.domain}`))) return bytes
  // Heavy (27 MB, half a second), and needed only by those who sign.
  const { dkimSign } = await import('mailauth/lib/dkim/sign.js')
  const { signatures, errors } = await dkimSign(bytes, {
    canonicalization: 'relaxed/relaxed',
    headerList,
    signTime: now,
    signatureData: [{ signingDomain: key.domain, selector: key.selector, privateKey: key.privateKey }],
  } as never)
  // A letter without a signature may be taken for a forged one; who set the key up wrongly should hear of it at once.
  if (errors.length > 0 || !signatures)
    throw new Error(`the letter could not be signed: ${errors[0]?.err?.message ?? 'no signature came out'}`)
  return Buffer.concat([Buffer.from(signatures.replace(/\r?\n*$/, '\r\n')), bytes])
}
