/** Whether this browser can show something while Tend is closed; on a phone only once Tend is on the home screen. */
export const canPush = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

/** Asks, and subscribes. Null where the person, or the browser, says no. */
export async function subscribe(serverKey: string) {
  if ((await Notification.requestPermission()) !== 'granted') return null
  await navigator.serviceWorker.register('/sw.js')
  const { pushManager } = await navigator.serviceWorker.ready
  // One that was made for another key of this server would never be sent to.
  await (await pushManager.getSubscription())?.unsubscribe()
  const { endpoint, keys } = (
    await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(serverKey) })
  ).toJSON()
  if (!endpoint || !keys?.p256dh || !keys.auth) return null
  return { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth }, device: whatThisIs() }
}

export const thisEndpoint = {
  /** Lets go of this browser's own subscription; one that is somebody else's is theirs to remove. */
  async drop(): Promise<void> {
    const worker = await navigator.serviceWorker?.getRegistration('/sw.js')
    await (await worker?.pushManager.getSubscription())?.unsubscribe()
  },
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

/** "Firefox on Linux", as its owner knows it again. */
function whatThisIs(): string {
  const { userAgent: agent } = navigator
  const browser = ['Edg', 'Firefox', 'Chrome', 'Safari'].find((one) => agent.includes(one)) ?? 'Browser'
  const system =
    ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux'].find((one) => agent.includes(one)) ?? ''
  return [browser.replace('Edg', 'Edge'), system.replace('Mac OS', 'macOS')].filter(Boolean).join(', ')
}
