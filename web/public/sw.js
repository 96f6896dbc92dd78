// Shows what Tend says to somebody while its window is closed, and opens the place it is about. It keeps nothing and changes no request.
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('push', (event) => {
  const { title, body, url, tag, urgent } = event.data.json()
  event.waitUntil(
    self.registration.showNotification(title, {
      body,
      tag,
      icon: '/mark.svg',
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
