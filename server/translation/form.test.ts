import { describe, expect, it } from 'vitest'
import { bareForm, formAgain, isPlain } from './form.ts'
import { placeOf } from './protocols.ts'

describe('the form of a text that is translated', () => {
  const html =
    '<p>See <a href="https://casa.example/a?x=1&amp;y=2" title="a > b">our prices</a> and <b>call</b>.</p><p><img src="/files/fil_1/x?k=secret" alt="the valve"></p>'

  it('hands out no address, and comes back as it was, whatever order the words have', () => {
    const bare = bareForm(html)
    expect(bare.html).toBe('<p>See <a id="t0">our prices</a> and <b>call</b>.</p><p><img id="t1"></p>')
    expect(formAgain('<p><b>Ligue</b> e veja <a id="t0">os preços</a>.</p><p><img id="t1"></p>', bare)).toBe(
      '<p><b>Ligue</b> e veja <a href="https://casa.example/a?x=1&amp;y=2" title="a > b">os preços</a>.</p><p><img src="/files/fil_1/x?k=secret" alt="the valve"></p>',
    )
  })

  it.each([
    ['a link lost', '<p>See our prices and <b>call</b>.</p><p><img id="t1"></p>'],
    ['a link twice', '<p><a id="t0">a</a><a id="t0">b</a> <b>call</b></p><p><img id="t1"></p>'],
    ['another number', '<p><a id="t7">a</a> <b>call</b></p><p><img id="t1"></p>'],
    ['an address of its own', '<p><a href="https://bad.example">a</a> <b>call</b></p><p><img id="t1"></p>'],
    ['something that was not there', '<p><a id="t0">a</a> <b>c</b></p><p><img id="t1"><img src="x"></p>'],
  ])('is refused with %s', (_, translated) => {
    expect(formAgain(translated, bareForm(html))).toBeNull()
  })

  it('knows when words alone say all of it', () => {
    expect(isPlain('<p>We come<br>at nine.</p><p>Ana</p>')).toBe(true)
    expect(isPlain('<p>We come <b>at nine</b>.</p>')).toBe(false)
    expect(isPlain('<p class="x">We come</p>')).toBe(false)
  })
})

it('an engine is asked where its protocol says, or where the admin said it whole', () => {
  expect(placeOf('libretranslate', 'http://localhost:5000')).toBe('http://localhost:5000/translate')
  expect(placeOf('libretranslate', 'http://localhost:5000/translate/')).toBe(
    'http://localhost:5000/translate',
  )
  expect(placeOf('deepl', 'https://api-free.deepl.com/')).toBe('https://api-free.deepl.com/v2/translate')
  expect(placeOf('openai', 'http://localhost:11434/v1')).toBe('http://localhost:11434/v1/chat/completions')
})
