/** Which guide is about a screen: by the longest beginning of its address. */
const about: readonly [path: string, guide: string][] = [
  ['/today', 'first-day'],
  ['/inbox', 'lists'],
  ['/views', 'lists'],
  ['/search', 'lists'],
  ['/conversations', 'working-together'],
  ['/library', 'working-together'],
  ['/promises', 'first-day'],
  ['/customers', 'knowing-people'],
  ['/circles', 'knowing-people'],
  ['/matters', 'how-we-work'],
  ['/incidents', 'incidents'],
  ['/status-page', 'status-page'],
  ['/statements', 'status-page'],
  ['/practice', 'care-language'],
  ['/settings/care', 'care-language'],
  ['/settings/mailboxes', 'mailboxes'],
  ['/settings/practices', 'how-we-work'],
  ['/settings/their-pages', 'customer-pages'],
  ['/settings/lists', 'lists'],
  ['/settings/translation', 'translation'],
  ['/settings/data', 'backup'],
  ['/settings/health', 'running'],
  ['/settings/me', 'without-a-line'],
]

export function guideFor(path: string): string | null {
  const fits = about.filter(([start]) => path === start || path.startsWith(`${start}/`))
  return fits.sort((a, b) => b[0].length - a[0].length)[0]?.[1] ?? null
}
