;(() => {
  // Times in the reader's own clock, which then needs no name of a place.
  const d = document,
    de = d.documentElement.lang === 'de'
  const f = new Intl.DateTimeFormat(de ? 'de-DE' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  })
  for (const t of d.querySelectorAll('time')) {
    const s = f.format(new Date(t.dateTime))
    t.title = t.textContent
    t.textContent = de ? `${s.replace(/ um /, ', ')} Uhr` : s.replace(' at ', ', ')
  }
  d.getElementById('clock')?.remove()
  // Says when there is news, and changes nothing under a reader's eyes.
  let tag
  const look = async () => {
    try {
      const r = await fetch(location.pathname + location.search, { method: 'HEAD', cache: 'no-cache' }),
        e = r.headers.get('etag')
      if (r.ok && tag && e !== tag) {
        const n = d.getElementById('news'),
          a = d.createElement('a')
        a.href = location.pathname + location.search
        a.textContent = n.dataset.says
        n.replaceChildren(a)
        clearInterval(every)
      }
      if (r.ok) tag ??= e
    } catch {}
  }
  const every = setInterval(look, 60000)
  look()
})()
