/*
 * Tend while the line is away, and what Tend says while its window is closed. The build puts in what the shell is made of
 * (see web/shell.ts). It keeps the shell only: nothing a person wrote, and no answer of the API, passes through here.
 */
const shell = __SHELL__
const name = `tend-shell-${shell.version}`
/** How long a page may wait for a line that is there but says nothing. */
const patience = 5000

self.addEventListener('install', (event) => event.waitUntil(take().then(() => self.skipWaiting())))
self.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => self.clients.claim())))

/** The whole shell or nothing: a page of one version with the pieces of another would be a broken one. */
async function take() {
  const cache = await caches.open(name)
  const page = await fetch('/', { cache: 'no-cache' })
  const text = await page.clone().text()
  if (!page.ok || !text.includes(shell.entry)) throw new Error('Tend was updated meanwhile')
  await cache.addAll(shell.files)
  await cache.put('/', page)
}

/** The version before stays, for tabs that are still open with it. `keys` gives the oldest first. */
async function tidy() {
  const others = (await caches.keys()).filter((one) => one.startsWith('tend-shell-') && one !== name)
  await Promise.all(others.slice(0, -1).map((one) => caches.delete(one)))
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (shell.places.includes(pathname.split('/')[1])) event.respondWith(open(request))
  } else if (pathname.startsWith('/assets/')) event.respondWith(piece(request))
  else if (shell.files.includes(pathname)) event.respondWith(fetch(request).catch(() => kept(request)))
})

/** The newest page as long as Tend answers, so that no old one is ever in the way; the kept one where it does not. */
async function open(request) {
  const here = await (await caches.open(name)).match('/')
  if (!here) return fetch(request)
  const late = new Promise((resolve) => setTimeout(resolve, patience, here))
  const fresh = fetch(request).then(
    (answer) => (answer.status >= 502 && answer.status <= 504 ? here : answer),
    () => here,
  )
  return Promise.race([fresh, late])
}

/** A piece is named after what is in it, so one that is kept is the right one. */
async function piece(request) {
  const here = await caches.match(request, { ignoreVary: true })
  if (here) return here
  const answer = await fetch(request)
  if (answer.ok && answer.status === 200) {
    const copy = answer.clone()
    await caches
      .open(name)
      .then((cache) => cache.put(request, copy))
      .catch(() => {})
  }
  return answer
}

const kept = async (request) => (await caches.match(request, { ignoreVary: true })) ?? Response.error()

self.addEventListener('push', (event) => {
  const { title, body, url, tag, urgent } = event.data.json()
  event.waitUntil(
    self.registration.showNotification(title, {
      body,
      tag,
      icon: '/icon-192.png',
      badge: '/badge-96.png',
      data: { url },
      requireInteraction: urgent === true,
      renotify: urgent === true,
    }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  // Only ever a place of this Tend.
  const { pathname, search } = new URL(event.notification.data.url, self.location.origin)
  const place = new URL(pathname + search, self.location.origin).href
  event.waitUntil(
    (async () => {
      const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
      const open = windows.find((one) => one.url === place) ?? windows[0]
      if (!open) return self.clients.openWindow(place)
      await open.focus()
      return open.url === place ? undefined : open.navigate(place)
    })(),
  )
})
