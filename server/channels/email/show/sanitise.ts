import sanitizeHtml from 'sanitize-html'
import { longestHtml } from '../read/html/dom.ts'
import { shallow } from '../read/html/shallow.ts'
import { attributes, linkTarget, silentTags, styles, tags } from './allowed.ts'

export interface ShowOptions {
  allowRemote: boolean
  /** Where remote images come from when allowed: our own proxy. */
  remoteUrl?: (url: string) => string
  /** Where an inline image lies, by its Content-ID. Without it `cid:` addresses stay. */
  cidUrl?: (contentId: string) => string | null
  /** Our own composer: images under `/files/` stay. */
  keepOwnImages?: boolean
}

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
    allowedTags: tags,
    allowedAttributes: attributes,
    allowedStyles: { '*': styles },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https', 'cid', 'data'] },
    allowProtocolRelative: false,
    nonTextTags: silentTags,
    nestingLimit: 200,
    transformTags: {
      a: (tagName, { href, name }) => ({
        tagName,
        attribs: {
          ...(href &&
            linkTarget.test(href.trim()) && {
              href: href.trim(),
              target: '_blank',
              rel: 'noopener noreferrer nofollow',
            }),
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
