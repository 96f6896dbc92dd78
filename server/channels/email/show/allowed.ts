/** What a letter may be made of. Everything else is taken out; its words stay. */

const words = (list: string) => list.trim().split(/\s+/)

export const tags = words(`
  a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd
  del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd
  li main mark ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot
  th thead time tr tt u ul var wbr
`)

/** Their text is no part of the letter: it goes with them. */
export const silentTags = words(
  'style script textarea option noscript title head svg math template xmp iframe object',
)

export const attributes: Record<string, string[]> = {
  '*': words('style title dir lang align valign bgcolor width height'),
  a: words('href name target rel'),
  img: words('src alt width height data-remote'),
  table: words('border cellpadding cellspacing'),
  td: words('colspan rowspan nowrap'),
  th: words('colspan rowspan nowrap scope'),
  font: words('color face size'),
  ol: words('start type'),
}

/** Values that could load something, run something, or leave the frame. */
const harmless =
  /^(?!.*(url\s*\(|expression|javascript|@import|image-set|-moz-binding|\\|<|>|\/\*)).{0,300}$/is
/** `background` is shorthand for much; as a colour it is what most letters mean. */
const aColour =
  /^\s*(?:#[0-9a-f]{3,8}|(?:rgb|hsl)a?\([\d\s,.%/]{1,60}\)|[a-z]{3,24})(?:\s+none(?:\s+repeat\s+scroll\s+0%?\s+0%?)?)?\s*$/i

const properties = words(`
  background-color border border-bottom border-bottom-color border-bottom-left-radius
  border-bottom-right-radius border-bottom-style border-bottom-width border-collapse border-color
  border-left border-left-color border-left-style border-left-width border-radius border-right
  border-right-color border-right-style border-right-width border-spacing border-style border-top
  border-top-color border-top-left-radius border-top-right-radius border-top-style border-top-width
  border-width box-sizing caption-side clear color direction display empty-cells float font
  font-family font-size font-style font-variant font-weight height hyphens letter-spacing line-height
  list-style-type margin margin-bottom margin-left margin-right margin-top max-height max-width
  min-height min-width overflow overflow-wrap padding padding-bottom padding-left padding-right
  padding-top table-layout text-align text-decoration text-decoration-color text-decoration-line
  text-indent text-transform unicode-bidi vertical-align white-space width word-break word-spacing
  word-wrap
`)

/** CSS by name and value. No `url()`, no position: nothing loads, nothing covers what is around it. */
export const styles: Record<string, RegExp[]> = {
  ...Object.fromEntries(properties.map((property) => [property, [harmless]])),
  background: [aColour],
}

/** Where a link may lead: out of the desk, to a mailbox or a phone, or within the letter. */
export const linkTarget = /^(?:https?:\/\/|mailto:|tel:|#)/i
