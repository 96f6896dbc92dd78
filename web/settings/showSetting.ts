const patience = 5000
const ring = 2500
const speaking = 'h3, h4, label, legend, .label, button, nav a, p'

/**
 * Leads the eye and the keys to a setting of this page, also where it is drawn later: it is found by the words that stand there, the
 * first of them that does. Returns how the wait is called off.
 */
export function showSetting(page: HTMLElement, words: readonly string[], shown: () => void): () => void {
  const show = () => {
    const place = placeOf(page, words)
    if (!place) return false
    watch.disconnect()
    place.scrollIntoView({ block: 'center' })
    place.classList.add('found')
    setTimeout(() => place.classList.remove('found'), ring)
    reach(place).focus({ preventScroll: true })
    shown()
    return true
  }
  const watch = new MutationObserver(show)
  if (show()) return () => {}
  watch.observe(page, { childList: true, subtree: true, characterData: true })
  const end = setTimeout(() => watch.disconnect(), patience)
  return () => {
    clearTimeout(end)
    watch.disconnect()
  }
}

function placeOf(page: HTMLElement, words: readonly string[]): HTMLElement | undefined {
  const places = [...page.querySelectorAll<HTMLElement>(speaking)].filter((one) => !one.closest('.hide'))
  for (const word of words) {
    const place = places.find((one) => one.textContent?.trim() === word.trim())
    if (place) return place
  }
  return undefined
}

/** A field is ready to be set; what takes no focus by itself takes it for once. */
function reach(place: HTMLElement): HTMLElement {
  const control = place instanceof HTMLLabelElement ? place.control : null
  if (control) return control
  if (!place.matches('a, button')) place.tabIndex = -1
  return place
}
