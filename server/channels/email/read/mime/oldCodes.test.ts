import { expect, it } from 'vitest'
import { decode } from '../decode.ts'
import { readBinHex } from './binhex.ts'
import { takeOutUuencoded } from './uuencode.ts'

/** As `uuencode` writes it, with "`" for nothing. */
function uuencoded(name: string, bytes: Buffer): string {
  const sign = (value: number) => (value === 0 ? '`' : String.fromCharCode(value + 32))
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += 45) {
    const piece = bytes.subarray(at, at + 45)
    let line = sign(piece.length)
    for (let n = 0; n < piece.length; n += 3) {
      const [a = 0, b = 0, c = 0] = piece.subarray(n, n + 3)
      line += sign(a >> 2) + sign(((a & 3) << 4) | (b >> 4)) + sign(((b & 15) << 2) | (c >> 6)) + sign(c & 63)
    }
    lines.push(line)
  }
  return `begin 644 ${name}\n${lines.join('\n')}\n\`\nend\n`
}

/** BinHex 4.0 without checks: nobody reads them. */
function binHexed(name: string, bytes: Buffer): string {
  const signs = '!"#$%&\'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr'
  const head = Buffer.alloc(1 + name.length + 1 + 4 + 4 + 2 + 4 + 4 + 2)
  head[0] = name.length
  head.write(name, 1, 'latin1')
  head.writeUInt32BE(bytes.length, name.length + 12)
  const runs: number[] = []
  for (const byte of Buffer.concat([head, bytes])) byte === 0x90 ? runs.push(0x90, 0) : runs.push(byte)
  // One run, as packers write it: the byte, the mark, how often in all.
  const packed = Buffer.from([...runs, 0x41, 0x90, 5])
  packed.writeUInt32BE(bytes.length + 5, name.length + 12)
  const bits = [...packed].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const all = (bits.match(/.{1,6}/g) ?? []).map((six) => signs[Number.parseInt(six.padEnd(6, '0'), 2)])
  return `(This file must be converted with BinHex 4.0)\r\n\r\n:${all.join('').replace(/.{64}/g, '$&\r\n')}:`
}

const plan = Buffer.from(Array.from({ length: 1000 }, (_, at) => (at * 7) % 256))
const head = 'From: paul@mail.example\r\nSubject: The plan\r\nMIME-Version: 1.0\r\n'
const wire = (text: string) => Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'latin1')

it('a file written into the text is a file, and the words around it stay', () => {
  const mail = decode(wire(`${head}\nHere is the plan:\n\n${uuencoded('plan.bin', plan)}\nGood luck.`))
  expect(mail.text).toBe('Here is the plan:\n\n\nGood luck.')
  expect(mail.enclosed.map(({ filename, content }) => [filename, content.equals(plan)])).toEqual([
    ['plan.bin', true],
  ])
})

it('a part that is uuencoded as a whole has the bytes of its file', () => {
  const part = `Content-Type: application/octet-stream; name=plan.bin\nContent-Transfer-Encoding: x-uuencode\n\n${uuencoded('plan.bin', plan)}`
  const mail = decode(
    wire(`${head}Content-Type: multipart/mixed; boundary=e\n\n--e\n\nHello\n--e\n${part}\n--e--\n`),
  )
  expect(mail.text).toBe('Hello')
  expect(mail.enclosed.map(({ content }) => content.equals(plan))).toEqual([true])
})

it('a Macintosh file in BinHex has its name and what other machines read', () => {
  const part = `Content-Type: application/mac-binhex40; name=x\n\n${binHexed('plan.bin', plan)}`
  const mail = decode(
    wire(`${head}Content-Type: multipart/mixed; boundary=e\n\n--e\n\nHello\n--e\n${part}\n--e--\n`),
  )
  const whole = Buffer.concat([plan, Buffer.from('AAAAA')])
  expect(mail.enclosed.map(({ filename, content }) => [filename, content.equals(whole)])).toEqual([
    ['plan.bin', true],
  ])
})

it('whoever begins a line with “begin” keeps their words, and a torn code stays as it came', () => {
  for (const text of [
    'begin 644 times\nand never end\n',
    `begin 644 plan.bin\nM${'`'.repeat(60)}\nthat was it\nend`,
    uuencoded('plan.bin', plan).replace('end', ''),
  ])
    expect(takeOutUuencoded(text)).toEqual({ text, files: [] })
  expect(readBinHex(Buffer.from(': no code :'))).toBeNull()
  expect(readBinHex(Buffer.from(`:${'"'.repeat(4000)}`))).toBeNull()
})
