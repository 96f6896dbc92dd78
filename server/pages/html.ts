const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => escapes[character]!)

/** Words of people: escaped, then linked; only http and https. */
export const letters = (text: string): string =>
  escapeHtml(text)
    .replace(
      /https?:\/\/[^\s<>&]+(?:&amp;[^\s<>&]+)*/g,
      (url) => `<a href="${url}" rel="noopener noreferrer nofollow">${url}</a>`,
    )
    .split(/\n{2,}/)
    .map((part) => `<p>${part.replace(/\n/g, '<br>')}</p>`)
    .join('')

export const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** "AC" for Ana Costa: the first letters of the first and the last name. */
export const initials = (name: string): string => {
  const words = name.trim().split(/\s+/)
  const first = [...(words[0] ?? '')][0] ?? ''
  const last = words.length > 1 ? ([...words.at(-1)!][0] ?? '') : ''
  return (first + last).toUpperCase()
}
