type Rgb = readonly [number, number, number]

const rgb = (hex: string): Rgb => {
  const value = Number.parseInt(hex, 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** WCAG 2.2: relative luminance. */
function luminance(color: Rgb): number {
  const [r, g, b] = color.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(rgb(one)), luminance(rgb(other))].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** A company's colour moved towards black or white until it can be read on every one of the grounds (4.5:1). */
export function readable(color: string, grounds: readonly string[], towards: 'black' | 'white'): string {
  const end = towards === 'white' ? 255 : 0
  for (let step = 0; step < 50; step++) {
    const mixed = rgb(color)
      .map((value) => Math.round(value + (end - value) * (step / 50)))
      .map((value) => value.toString(16).padStart(2, '0'))
      .join('')
    if (grounds.every((ground) => contrast(mixed, ground) >= 4.5)) return mixed
  }
  return towards === 'white' ? 'ffffff' : '000000'
}

/** The style of a company's colour on its pages, light and dark (page.css names the grounds). */
export const accentCss = (color: string): string =>
  `@media(prefers-color-scheme:light){:root{--accent:#${readable(color, ['ffffff', 'fbf8f3'], 'black')}}}` +
  `@media(prefers-color-scheme:dark){:root{--accent:#${readable(color, ['1b1917', '232120'], 'white')}}}`
