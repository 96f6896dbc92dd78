import { describe, expect, it } from 'vitest'
import { bodyOf } from './letter.ts'

describe('the words of a letter', () => {
  it('have one empty line between paragraphs, however often Return was pressed', () => {
    const html =
      '<p>Dear Maria,</p><p></p><p></p><p>Ben comes at 10:00.<br>He rings first.</p><p></p><p>Ana</p>'
    expect(bodyOf({ html }).text).toBe('Dear Maria,\n\nBen comes at 10:00.\nHe rings first.\n\nAna')
  })

  it('stay as they are where they were given as words alone', () => {
    expect(bodyOf({ text: 'One\n\n\nTwo', html: null }).text).toBe('One\n\n\nTwo')
  })
})
