import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachmentUrl, cleanName, keepUpload } from './attachments.ts'
import { redrawn } from './picture.ts'
import { serveConversations } from './routes.ts'
import { resolveImages } from './showLetter.ts'
import { letter, maria, openHttp, openStage, type Stage } from './testing.ts'

let stage: Stage
let app: FastifyInstance
beforeAll(async () => {
  stage = await openStage()
  app = await openHttp(stage, (on, options) => serveConversations(on, options, stage.house))
})
afterAll(async () => {
  await app.close()
  await stage.close()
})

const kept = async (filename: string, bytes: Buffer, contentType?: string) => {
  const row = await keepUpload(stage.house, stage.ana, { filename, bytes })
  if (contentType)
    await stage.db.updateTable('attachments').set({ contentType }).where('id', '=', row.id).execute()
  return attachmentUrl(stage.house, row)
}
const get = (url: string) => app.inject({ url })
const boundary = 'casa-amaral'
const upload = (bytes: Buffer, filename: string, as = stage.ana.id, key?: string) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: {
      'x-as': as,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(key && { 'idempotency-key': key }),
    },
    payload: Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${filename}"\r\ncontent-type: text/html\r\n\r\n`,
      ),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  })
const picture = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#b5532a' } })

describe('names of files', () => {
  it.each([
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\temp\\plan.pdf', 'C__temp_plan.pdf'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['\u0000\u200b', 'file'],
    [null, 'file'],
    [`${'a'.repeat(4000)}.png`, `${'a'.repeat(146)}.png`],
  ])('%j is shown as text only', (given, shown) => {
    expect(cleanName(given)).toBe(shown)
  })
})

describe('an upload', () => {
  it('is kept and has a signed address', async () => {
    const answer = await upload(Buffer.from('pressure 0.4 bar'), 'reading.txt')
    expect(answer.statusCode).toBe(201)
    const file = answer.json()
    expect(file).toMatchObject({ filename: 'reading.txt', contentType: 'text/plain', size: 16 })
    expect((await get(file.url)).body).toBe('pressure 0.4 bar')
  })

  it('is kept once, however often it is sent with one key', async () => {
    const send = (words: string) => upload(Buffer.from(words), 'once.txt', stage.ana.id, 'upload-once')
    const first = (await send('the meter says 40')).json()
    const again = await send('the meter says 40')
    expect(again.statusCode).toBe(201)
    expect(again.json()).toEqual(first)
    expect((await send('the meter says something else')).statusCode).toBe(422)
    const kept = stage.db.selectFrom('attachments').select('id').where('filename', '=', 'once.txt')
    expect(await kept.execute()).toHaveLength(1)
  })

  it('of more than 25 MB is refused with a sentence, and nothing is kept', async () => {
    const answer = await upload(Buffer.alloc(25 * 2 ** 20 + 1), 'film.mov')
    expect(answer.statusCode).toBe(413)
    expect(answer.json().title).toBe(
      '“film.mov” is larger than 25 MB. Nothing is lost: send it as a link, or in smaller parts.',
    )
    expect(
      await stage.db.selectFrom('attachments').select('id').where('filename', '=', 'film.mov').execute(),
    ).toEqual([])
  })

  it('is not for observers', async () => {
    expect((await upload(Buffer.from('x'), 'x.txt', stage.lena.id)).statusCode).toBe(403)
  })
})

describe('a file on our origin', () => {
  it.each([
    ['page.html', '<script>alert(1)</script>', 'text/html'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/svg+xml'],
    ['feed.xml', '<?xml version="1.0"?><x/>', 'application/xml'],
    ['plan.pdf', '%PDF-1.7\n%âãÏÓ', 'application/pdf'],
    ['liar.png', '<html><script>alert(1)</script>', 'image/png'],
    ['liar.mp3', '<html><script>alert(1)</script>', 'audio/mpeg'],
  ])('never shows %s', async (filename, content, contentType) => {
    const answer = await get(await kept(filename, Buffer.from(content), contentType))
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${filename}`)
    expect(answer.body).toBe(content)
  })

  it('shows a picture drawn anew, without where it was taken', async () => {
    const bytes = await picture()
      .withExif({ IFD0: { Copyright: 'the garden gate' } })
      .jpeg()
      .toBuffer()
    expect(bytes.includes('the garden gate')).toBe(true)
    const url = await kept('boiler.jpg', bytes)
    const shown = await get(url)
    expect(shown.headers).toMatchObject({ 'content-type': 'image/webp', 'content-disposition': 'inline' })
    expect(shown.rawPayload.includes('the garden gate')).toBe(false)
    expect(await sharp(shown.rawPayload).metadata()).toMatchObject({ width: 40, height: 30, format: 'webp' })
    const original = await get(`${url}&download=1`)
    expect(original.rawPayload.equals(bytes)).toBe(true)
    expect(original.headers['content-disposition']).toContain('attachment')
  })

  it('shows plain text as text', async () => {
    const answer = await get(await kept('note.txt', Buffer.from('<b>olá</b>')))
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(answer.body).toBe('<b>olá</b>')
  })

  it('writes odd names so that a header cannot be broken by them', async () => {
    const answer = await get(`${await kept("o'clock (três)*.bin", Buffer.from([0, 1]))}`)
    expect(answer.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''o%27clock%20%28tr%C3%AAs%29_.bin",
    )
  })

  it('opens only by its own address, unchanged and in time', async () => {
    const url = new URL(await kept('note.txt', Buffer.from('the key')), 'https://care.example')
    const other = new URL(await kept('other.txt', Buffer.from('the other')), 'https://care.example')
    const wrong = [
      { k: 'A'.repeat(24) },
      { k: '' },
      { k: other.searchParams.get('k')! },
      { until: String(Number(url.searchParams.get('until')) + 1) },
      { until: '0' },
      { until: 'x' },
    ]
    for (const change of wrong) {
      const changed = new URL(url)
      for (const [name, value] of Object.entries(change)) changed.searchParams.set(name, value)
      expect((await get(changed.pathname + changed.search)).statusCode, JSON.stringify(change)).toBe(404)
    }
    expect((await get(url.pathname)).statusCode).toBe(404)
    expect((await get(`${url.pathname}?k=a&k=b&until=1`)).statusCode).toBe(404)
    expect((await get(url.pathname + url.search)).statusCode).toBe(200)
  })
})

describe('drawing a picture anew', () => {
  it('keeps moving pictures moving', async () => {
    const gif = Buffer.from(
      'R0lGODlhAgACAPAAAP8AAAAA/yH/C05FVFNDQVBFMi4wAwEAAAAh+QQACgAAACwAAAAAAgACAAACAoRRACH5BAAKAAAALAAAAAACAAIAAAICjFMAOw==',
      'base64',
    )
    expect((await sharp((await redrawn(gif))!).metadata()).pages).toBe(2)
  })
  it('refuses a bomb and what only says it is a picture', async () => {
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(await redrawn(bomb)).toBeNull()
    expect(await redrawn(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull()
    expect(await redrawn(Buffer.from('not a picture'))).toBeNull()
  })
})

describe('the letter in its frame', () => {
  const html =
    '<p>Look: <img src="cid:gate@garden" alt=""> <img data-remote="https://pictures.example/a.png?x=1&amp;y=2" alt=""></p>'
  const withHtml = async () => {
    const file = await stage.house.files.keep(await picture().png().toBuffer())
    return letter(stage.db, {
      inboxId: stage.repairs,
      from: maria,
      text: 'Look:',
      more: {
        html,
        hasRemote: true,
        attachments: [
          {
            filename: 'gate.png',
            contentType: 'image/png',
            size: 100,
            inline: true,
            contentId: 'gate@garden',
            file,
          },
        ],
      },
    })
  }
  const frame = (messageId: string, images: 0 | 1, as = stage.ana.id) =>
    app.inject({ url: `/api/v1/messages/${messageId}/html?images=${images}`, headers: { 'x-as': as } })

  it('has a policy of its own, no script, and shows its inline picture through us', async () => {
    const { messageId } = await withHtml()
    const answer = await frame(messageId, 0)
    const policy = String(answer.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain('sandbox')
    expect(policy).not.toMatch(/script|allow-same-origin/)
    const inline = /src="(\/files\/[^"]+)"/.exec(answer.body)![1]!.replaceAll('&amp;', '&')
    const image = await get(inline)
    expect(image.headers['content-type']).toBe('image/webp')
    // The frame's origin is opaque: without this the browser would not show it.
    expect(image.headers['cross-origin-resource-policy']).toBe('cross-origin')
    expect(answer.body).not.toMatch(/src="[^"]*pictures\.example/)
  })

  it('loads remote pictures only when asked, and then through us', async () => {
    const { messageId } = await withHtml()
    const body = (await frame(messageId, 1)).body
    const remote = /src="(\/remote-image[^"]+)"/.exec(body)![1]!.replaceAll('&amp;', '&')
    expect(new URL(remote, 'https://care.example').searchParams.get('url')).toBe(
      'https://pictures.example/a.png?x=1&y=2',
    )
    expect(body).not.toMatch(/src="https?:/)
  })

  it('is not there for a teammate of another inbox', async () => {
    const { messageId } = await withHtml()
    expect((await frame(messageId, 0, stage.tomas.id)).statusCode).toBe(404)
  })

  it('shows a letter of plain text escaped', async () => {
    const { messageId } = await letter(stage.db, {
      inboxId: stage.repairs,
      from: maria,
      text: 'a < b & <script>',
    })
    expect((await frame(messageId, 0)).body).toContain('<pre>a &lt; b &amp; &lt;script&gt;</pre>')
  })

  it('leaves an inline picture out that did not come with it', () => {
    expect(resolveImages(stage.house, '<img src="cid:nowhere" alt="">', [], false)).toBe(
      '<img data-missing="" alt="">',
    )
  })
})

describe('remote pictures', () => {
  const signed = (url: string) => {
    const html = resolveImages(
      stage.house,
      `<img data-remote="${url.replaceAll('&', '&amp;')}" alt="">`,
      [],
      true,
    )
    return /src="([^"]+)"/.exec(html)![1]!.replaceAll('&amp;', '&')
  }
  let canary: Server
  let port: number
  let hits = 0
  beforeAll(async () => {
    const bytes = await picture().png().toBuffer()
    canary = createServer((_request, response) => {
      hits++
      response.setHeader('content-type', 'image/png').end(bytes)
    })
    await new Promise<void>((done) => canary.listen(0, '127.0.0.1', done))
    port = (canary.address() as AddressInfo).port
  })
  afterAll(() => new Promise((done) => canary.close(done)))

  it.each([
    'http://127.0.0.1:PORT/a.png',
    'http://127.1:PORT/a.png',
    'http://2130706433:PORT/a.png',
    'http://0x7f.0.0.1:PORT/a.png',
    'http://localhost:PORT/a.png',
    'http://[::ffff:127.0.0.1]:PORT/a.png',
    'http://0.0.0.0:PORT/a.png',
    'http://169.254.169.254/latest/meta-data',
    'http://10.0.0.1/a.png',
    'file:///etc/passwd',
    'https://care:secret@pictures.example/a.png',
  ])('are not fetched from %s', async (url) => {
    expect((await get(signed(url.replace('PORT', String(port))))).statusCode).toBe(404)
    expect(hits).toBe(0)
  })
  it('are not fetched from an address that stood in no letter', async () => {
    expect(
      (await get('/remote-image?url=https%3A%2F%2Fpictures.example%2F&k=AAAAAAAAAAAAAAAAAAAAAAAA'))
        .statusCode,
    ).toBe(404)
    expect((await get('/remote-image?url=a&url=b&k=c')).statusCode).toBe(404)
    expect((await get('/remote-image')).statusCode).toBe(404)
  })
})
