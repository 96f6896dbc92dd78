import { api, type Input } from '#web/api/client.ts'

/** Sends the browser to the provider's own sign-in; it comes back to this page with `?connected` or `?problem`. */
export async function askConsent(wish: Input<'POST /mailboxes/consents'>['body'] & object): Promise<void> {
  const { url } = await api('POST /mailboxes/consents', { body: wish })
  location.assign(url)
}
