import { describe, expect, it } from 'vitest'
import { assertSanitiserWorks, sanitiseMail } from './sanitise.ts'

const clean = (html: string) => sanitiseMail(html, { allowRemote: false })

describe('what survives', () => {
  it.each([
    [
      'a table with its measures',
      '<table border="1" cellpadding="4" cellspacing="0" width="600" bgcolor="#fffaf0"><tbody><tr><td colspan="2" align="right" valign="top">12,40</td></tr></tbody></table>',
    ],
    [
      'colours, borders and spacing',
      '<p style="color:#7a1f1f;background-color:#fff5e0;border-left:3px solid #e2d9cc;padding:4px 8px;text-align:center">x</p>',
    ],
    ['a background that is a colour', '<td style="background:#f4f0e8">x</td>'],
    ['old fonts', '<font color="red" face="Georgia" size="4">x</font>'],
    [
      'lists, headings, emphasis',
      '<h2>Bread</h2><ol start="3"><li><b>rye</b></li><li><i>wheat</i></li></ol>',
    ],
    ['a picture of the letter itself', '<img src="cid:cake@casa" alt="The cake" width="300" />'],
    ['a picture in the letter itself', '<img src="data:image/png;base64,iVBORw0KGgo=" alt="" />'],
    ['words from right to left', '<div dir="rtl" lang="ar">مرحبا</div>'],
  ])('%s', (_what, html) => {
    const wrapped = html.startsWith('<td') ? `<table><tr>${html}</tr></table>` : html
    expect(clean(wrapped).html).toContain(html)
  })

  it('a link, opened elsewhere and without telling where from', () => {
    expect(clean('<a href="https://casa-amaral.example/menu">menu</a>').html).toBe(
      '<a href="https://casa-amaral.example/menu" target="_blank" rel="noopener noreferrer nofollow">menu</a>',
    )
    expect(clean('<a href="mailto:hello@casa-amaral.example">write</a>').html).toContain('href="mailto:')
    expect(clean('<a href="tel:+351210000000">call</a>').html).toContain('href="tel:')
  })
})

describe('what does not', () => {
  it.each([
    ['a link into the desk', '<a href="/api/v1/me">x</a>', 'href'],
    ['a link that takes the scheme of the desk', '<a href="//elsewhere.example/">x</a>', 'href'],
    ['a position over the rest', '<p style="position:fixed;top:0;z-index:9">x</p>', 'position'],
    [
      'a picture in a style',
      '<p style="background:url(https://track.elsewhere.example/1.gif)">x</p>',
      'track',
    ],
    [
      'a picture in an escaped style',
      '<p style="background:u\\72l(https://track.elsewhere.example/1.gif)">x</p>',
      'track',
    ],
    ['a style sheet', '<style>p{color:red}</style>x', 'color'],
    [
      'a second source of a picture',
      '<img srcset="https://track.elsewhere.example/1.gif 2x" src="cid:x">',
      'srcset',
    ],
    ['a drawing that is a program', '<img src="data:image/svg+xml;base64,PHN2Zz4=">', 'svg'],
    ['a form', '<form action="https://elsewhere.example/"><input name="password"></form>x', 'input'],
    ['a handler', '<p onclick="x()">x</p>', 'onclick'],
    ['a frame', '<iframe src="https://elsewhere.example/"></iframe>x', 'elsewhere'],
    [
      'an id or class that could be styled or linked from outside',
      '<p id="top" class="button">x</p>',
      'button',
    ],
  ])('%s', (_what, html, trace) => {
    expect(clean(html).html).not.toContain(trace)
  })
})

describe('pictures from outside', () => {
  it('wait for a click, and the letter says that it has some', () => {
    const { html, hasRemote } = clean('<img src="https://pictures.example/loaf.jpg" alt="Loaf">')
    expect(hasRemote).toBe(true)
    expect(html).toContain('data-remote="https://pictures.example/loaf.jpg"')
    expect(html).not.toContain('src=')
    expect(clean('<img src="cid:loaf">').hasRemote).toBe(false)
  })

  it('come through our own proxy when they are asked for', () => {
    const { html } = sanitiseMail('<img src="//pictures.example/loaf.jpg">', {
      allowRemote: true,
      remoteUrl: (url) => `/remote?u=${encodeURIComponent(url)}`,
    })
    expect(html).toContain('src="/remote?u=https%3A%2F%2Fpictures.example%2Floaf.jpg"')
  })

  it('cannot be smuggled in by a letter that knows our own attribute', () => {
    expect(clean('<img data-remote="javascript:alert(1)" src="cid:x">').html).not.toContain('javascript')
  })
})

it('is checked at start with a planted payload', () => {
  expect(assertSanitiserWorks).not.toThrow()
})
