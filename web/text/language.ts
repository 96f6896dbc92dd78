/** What the interface speaks. `rtl` is no language: English mirrored, for looking at a page that is read from the right. */
export type WebLanguage = 'en' | 'de' | 'rtl'

/**
 * The reader's choice as this browser kept it, else the browser's own language where we speak it, else English. Known before the
 * server is asked, because the first words are drawn before.
 */
export function chosenLanguage(): WebLanguage {
  if (typeof window === 'undefined') return 'en'
  try {
    if (localStorage.getItem('tend.mirror') === 'rtl') return 'rtl'
    const kept = JSON.parse(localStorage.getItem('tend.preferences') ?? '{}') as { language?: string }
    if (kept.language === 'en' || kept.language === 'de') return kept.language
  } catch {
    // Kept by another version, or by hand: as if nothing was kept.
  }
  return /^de\b/i.test(navigator.language) ? 'de' : 'en'
}
