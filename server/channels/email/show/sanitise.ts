import sanitizeHtml from 'sanitize-html'
import { longestHtml } from '../read/html/dom.ts'
import { shallow } from '../read/html/shallow.ts'

export interface ShowOptions {
  allowRemote: boolean
  /** Where remote images come from when allowed: our own proxy. */
  remoteUrl?: (url: string) => string
  /** Where an inline image lies, by its Content-ID. Without it `cid:` addresses stay. */
  cidUrl?: (contentId: string) => string | null
  /** Our own composer: images under `/files/` stay. */
  keepOwnImages?: boolean
}

const layout = [
  'a',
  'abbr',
  'address',
  'article',
  'aside',
  'b',
  'bdi',
  'bdo',
  'big',
  'blockquote',
  'br',
  'caption',
  'center',
  'cite',
  'code',
  'col',
  'colgroup',
  'dd',
  'del',
  'details',
  'dfn',
  'div',
  'dl',
  'dt',
  'em',
  'figcaption',
  'figure',
  'font',
  'footer',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'i',
  'img',
  'ins',
  'kbd',
  'li',
  'main',
  'mark',
  'ol',
  'p',
  'pre',
  'q',
  's',
  'samp',
  'section',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'summary',
  'sup',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'time',
  'tr',
  'tt',
  'u',
  'ul',
  'var',
  'wbr',
]

/** Values that could load something, run something, or leave the frame. */
const harmless =
  /^(?!.*(url\s*\(|expression|javascript|@import|image-set|-moz-binding|\\|<|>|\/\*)).{0,300}$/is
const properties = [
  'background-color',
  'border',
  'border-bottom',
  'border-bottom-color',
  'border-bottom-style',
  'border-bottom-width',
  'border-collapse',
  'border-color',
  'border-left',
  'border-radius',
  'border-right',
  'border-spacing',
  'border-style',
  'border-top',
  'border-width',
  'caption-side',
  'clear',
  'color',
  'direction',
  'display',
  'float',
  'font',
  'font-family',
  'font-size',
  'font-style',
  'font-variant',
  'font-weight',
  'height',
  'letter-spacing',
  'line-height',
  'list-style-type',
  'margin',
  'margin-bottom',
  'margin-left',
  'margin-right',
  'margin-top',
  'max-height',
  'max-width',
  'min-height',
  'min-width',
  'padding',
  'padding-bottom',
  'padding-left',
  'padding-right',
  'padding-top',
  'table-layout',
  'text-align',
  'text-decoration',
  'text-indent',
  'text-transform',
  'unicode-bidi',
  'vertical-align',
  'white-space',
  'width',
  'word-break',
  'word-spacing',
  'word-wrap',
  'overflow-wrap',
]

/**
 * Makes a letter's HTML inert: tags, attributes and CSS properties by allow-list; nothing remote is loaded. Remote images
 * wait in `data-remote` until a person asks for them. Source of the rules: MAIL.md §5, TRUST.md §6.
 */
export function sanitiseMail(html: string, options: ShowOptions): { html: string; hasRemote: boolean } {
  let hasRemote = false
  const imageSource = (src: string): Record<string, string> => {
    const url = src.trim()
    if (/^cid:/i.test(url)) {
      const shown = options.cidUrl ? options.cidUrl(url.slice(4)) : url
      return shown ? { src: shown } : {}
    }
    if (/^data:image\/(png|jpe?g|gif|webp);base64,[a-z0-9+/=\s]+$/i.test(url) && url.length < 500_000)
      return { src: url }
    if (options.keepOwnImages && /^\/files\/fil_[0-9A-Za-z]{22}\//.test(url)) return { src: url }
    if (!/^(https?:)?\/\//i.test(url)) return {}
    hasRemote = true
    const absolute = url.startsWith('//') ? `https:${url}` : url
    return options.allowRemote && options.remoteUrl
      ? { src: options.remoteUrl(absolute) }
      : { 'data-remote': absolute }
  }
  const clean = sanitizeHtml(shallow(html.slice(0, longestHtml)), {
    allowedTags: layout,
    allowedAttributes: {
      '*': ['style', 'title', 'dir', 'lang', 'align', 'valign', 'bgcolor', 'width', 'height'],
      a: ['href', 'name', 'target', 'rel'],
      img: ['src', 'alt', 'width', 'height', 'data-remote'],
      table: ['border', 'cellpadding', 'cellspacing'],
      td: ['colspan', 'rowspan', 'nowrap'],
      th: ['colspan', 'rowspan', 'nowrap', 'scope'],
      font: ['color', 'face', 'size'],
      ol: ['start', 'type'],
    },
    allowedStyles: { '*': Object.fromEntries(properties.map((property) => [property, [harmless]])) },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https', 'cid', 'data'] },
    allowProtocolRelative: false,
    nonTextTags: [
      'style',
      'script',
      'textarea',
      'option',
      'noscript',
      'title',
      'head',
      'svg',
      'math',
      'template',
      'xmp',
      'iframe',
      'object',
    ],
    nestingLimit: 200,
    transformTags: {
      a: (tagName, { href, name }) => ({
        tagName,
        attribs: {
          ...(href && { href, target: '_blank', rel: 'noopener noreferrer nofollow' }),
          ...(name && { name }),
        },
      }),
      img: (tagName, { src, alt, width, height, style, ...rest }) => ({
        tagName,
        attribs: {
          ...imageSource(src ?? rest['data-remote'] ?? ''),
          alt: alt ?? '',
          ...(width && { width }),
          ...(height && { height }),
          ...(style && { style }),
        },
      }),
    },
  })
  return { html: clean, hasRemote }
}

/** A planted payload must come out harmless, or Tend does not start. */
export function assertSanitiserWorks(): void {
  const { html, hasRemote } = sanitiseMail(
    '<p onclick="x()" style="background:url(https://t.example/a)">Good day<script>x()</script><svg onload=x()></svg><a href="javascript:x()">a</a><img src=https://t.example/p.gif onerror=x()></p>',
    { allowRemote: false },
  )
  if (
    !html.includes('Good day') ||
    !hasRemote ||
    /onclick|onerror|onload|script|svg|url\(|\ssrc=/i.test(html)
  )
    throw new Error(
      'The mail sanitiser does not work on this machine, so Tend does not start: letters could harm their readers. Nothing was changed. Reinstall with "npm ci".',
    )
}
