interface Asks extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>
}

/** A browser that can put Tend on the device says so once, soon after the page has loaded; it is asked when a person wants it. */
let offer: Asks | null = null
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}
export function listenForInstall(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offer = event as Asks
    tell()
  })
  addEventListener('appinstalled', () => {
    offer = null
    tell()
  })
}
export const watchInstall = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
export const canInstall = (): boolean => offer !== null
export async function install(): Promise<void> {
  await offer?.prompt()
  offer = null
  tell()
}

/** Tend has a window of its own already. */
export const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches
/** There the browser offers nothing by itself; the person does it from its menu. */
export const isApplePhone = (): boolean => /iphone|ipad|ipod/i.test(navigator.userAgent)
