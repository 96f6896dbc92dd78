/** Deeper than any program nests; parsers spend the square of the depth. */
const deepest = 300
/** More than any letter has; each costs time in every step that reads the tree. */
const most = 50_000

/** Tags that hold nothing, or that the next of their kind closes: they do not add up. */
const flat = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option thead tbody tfoot !doctype !--'.split(
    ' ',
  ),
)

/** HTML in which tags nested or many beyond any use are left out; every word stays. Linear in its length. */
export function shallow(html: string): string {
  const pieces: string[] = []
  let depth = 0
  let count = 0
  let left = 0
  let kept = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const closes = html.charCodeAt(at + 1) === 0x2f
    const name = nameAt(html, closes ? at + 2 : at + 1)
    if (name === '') continue
    if (++count <= most) {
      if (flat.has(name)) continue
      if (!closes && ++depth <= deepest) continue
      if (closes && depth <= deepest) {
        if (depth > 0) depth--
        continue
      }
      if (closes) depth--
    }
    const end = html.indexOf('>', at)
    if (end < 0) break
    pieces.push(html.slice(kept, at))
    // What stood in two elements does not become one word.
    if (count > most) pieces.push(' ')
    kept = end + 1
    left++
    at = end
  }
  return left === 0 ? html : pieces.join('') + html.slice(kept)
}

function nameAt(html: string, from: number): string {
  let end = from
  while (end < from + 12 && isNamePart(html.charCodeAt(end))) end++
  return html.slice(from, end).toLowerCase()
}

const isNamePart = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x21 ||
  code === 0x2d
