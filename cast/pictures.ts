import { crc32, deflateSync } from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number]

const width = 480
const height = 360

/** Draws a PNG: `paint` gives each pixel its colour, the grain makes it a photograph rather than a diagram. */
function picture(paint: (x: number, y: number) => Colour): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const grain = ((x * 73 + y * 151 + ((x * y) % 89) * 7) % 13) - 6
      const at = y * (1 + width * 3) + 1 + x * 3
      paint(x, y).forEach((part, index) => {
        rows[at + index] = Math.max(0, Math.min(255, part + grain))
      })
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const chunks = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...chunks])
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

const inside = (x: number, y: number, left: number, top: number, w: number, h: number) =>
  x >= left && x < left + w && y >= top && y < top + h

/** Segments of a seven-segment digit: top, upper left, upper right, middle, lower left, lower right, bottom. */
const segments: Record<string, string> = { F: '1101100', 2: '1011101', 8: '1111111' }

function lit(letter: string, x: number, y: number): boolean {
  const bars = [
    inside(x, y, 8, 0, 34, 8),
    inside(x, y, 0, 8, 8, 36),
    inside(x, y, 42, 8, 8, 36),
    inside(x, y, 8, 44, 34, 8),
    inside(x, y, 0, 52, 8, 36),
    inside(x, y, 42, 52, 8, 36),
    inside(x, y, 8, 88, 34, 8),
  ]
  return bars.some((bar, index) => bar && segments[letter]![index] === '1')
}

/** A white boiler with a dark display that shows F28. */
export const boilerDisplay = () =>
  picture((x, y) => {
    const shade = 205 - Math.round((x + y) / 18)
    if (!inside(x, y, 120, 110, 240, 140)) {
      const knob = Math.hypot(x - 240, y - 305)
      return knob < 26 ? [70, 72, 76] : [shade, shade - 2, shade - 8]
    }
    const isLit = ['F', '2', '8'].some((letter, index) => lit(letter, x - 145 - index * 70, y - 132))
    return isLit ? [240, 70, 40] : [24, 26, 30]
  })

/** A grate in grey stone, half under brown leaves. */
export const wetLeaves = () =>
  picture((x, y) => {
    const leaf = Math.sin(x / 17 + Math.sin(y / 23) * 2) + Math.cos(y / 13 + x / 41)
    if (leaf > 0.55 && y > 90) return [112 + Math.round(leaf * 20), 72, 30]
    if (inside(x, y, 130, 80, 220, 210)) return (x - 130) % 22 < 9 ? [22, 24, 26] : [92, 94, 96]
    return y % 60 < 2 ? [98, 96, 92] : [138, 136, 130]
  })

/** A man with one hand on the door frame. */
const baker = (x: number, y: number) =>
  Math.hypot(x - 356, y - 206) < 13 ||
  inside(x, y, 340, 220, 32, 62) ||
  inside(x, y, 372, 228, 26, 8) ||
  inside(x, y, 342, 282, 12, 58) ||
  inside(x, y, 358, 282, 12, 58)

/** A bicycle against the wall: two wheels, a saddle, a frame. */
const bicycle = (x: number, y: number) =>
  [46, 112].some((hub) => Math.abs(Math.hypot(x - hub, y - 318) - 22) < 2.5) ||
  inside(x, y, 58, 276, 22, 5) ||
  (Math.abs((x - 46) * 34 - (318 - y) * 24) < 60 && y > 281 && y < 318) ||
  (Math.abs((x - 70) * 30 - (y - 284) * 42) < 90 && y > 284 && y < 318) ||
  inside(x, y, 98, 270, 4, 50)

/** An old print: a house front with a door, a window full of loaves and an awning, brown with age. */
export const shopFront = () =>
  picture((x, y) => {
    const tone = (grey: number): Colour => [grey + 28, grey + 8, Math.max(0, grey - 26)]
    if (x < 16 || y < 16 || x > 463 || y > 343) return tone(206)
    if (bicycle(x, y)) return tone(30)
    if (baker(x, y)) return tone(y > 232 && y < 282 && x < 372 ? 196 : 128)
    if (inside(x, y, 60, 110, 360, 26)) return tone(Math.floor(x / 24) % 2 ? 170 : 80)
    if (inside(x, y, 90, 160, 190, 120)) {
      const loaf = Math.hypot(((x - 90) % 48) - 24, ((y - 160) % 60) - 38)
      return tone(loaf < 17 ? 168 : 44)
    }
    if (inside(x, y, 320, 160, 80, 184)) return tone(inside(x, y, 386, 250, 6, 6) ? 190 : 58)
    return tone(y > 318 ? 96 : 138 + ((x * 3 + y) % 7))
  })
