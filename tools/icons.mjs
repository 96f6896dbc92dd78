// Draws the pictures of the installable app from web/public/mark.svg:
//   node tools/run.mjs tools/icons.mjs
import { readFileSync } from 'node:fs'
import sharp from 'sharp'

const folder = new URL('../web/public/', import.meta.url)
const mark = readFileSync(new URL('mark.svg', folder), 'utf8')
const leaf = /<path.*<\/svg>/s.exec(mark)[0].replace('</svg>', '')
const draw = (svg, size, name) =>
  sharp(Buffer.from(svg), { density: (72 * size) / 32 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toFile(new URL(name, folder).pathname)

/** Phones cut a round or a soft square out of it: colour to the edges, the mark within the safe middle. */
const full = (share) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#1F6B5E"/><g transform="translate(${16 * (1 - share)} ${16 * (1 - share)}) scale(${share})">${leaf}</g></svg>`
/** In the status bar only its shape counts. */
const shape = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="4 5 24 24">${leaf.replace(/#[0-9A-F]{6}/gi, '#FFFFFF')}</svg>`

await draw(mark, 192, 'icon-192.png')
await draw(mark, 512, 'icon-512.png')
await draw(full(0.8), 512, 'icon-maskable-512.png')
await draw(full(0.95), 180, 'icon-180.png')
await draw(shape, 96, 'badge-96.png')
