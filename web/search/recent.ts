const place = 'tend.recentSearches'
const most = 8

/** What was searched for and led somewhere, on this device only. */
export function recent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

export function keepRecent(text: string): string[] {
  const asked = text.trim()
  const next = asked ? [asked, ...recent().filter((one) => one !== asked)].slice(0, most) : recent()
  localStorage.setItem(place, JSON.stringify(next))
  return next
}

export function forgetRecent(): string[] {
  localStorage.removeItem(place)
  return []
}
