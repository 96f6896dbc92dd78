const hex = (color: string): [number, number, number] => {
  const full = color.length === 4 ? color.replace(/[0-9a-f]/gi, '$&$&') : color
  return [1, 3, 5].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as [number, number, number]
}

/** Relative luminance of WCAG 2.2, 0 black … 1 white. */
function luminance(color: string): number {
  const [r, g, b] = hex(color).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast ratio of WCAG 2.2 between two colours `#rgb` or `#rrggbb`, 1 … 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const mixed = (color: string, into: string, share: number): string =>
  `#${hex(color)
    .map((value, at) =>
      Math.round(value + (hex(into)[at]! - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/** What the accent is put on or under in a theme, as its tokens say. */
export interface Ground {
  bg: string
  surface: string
  sunken: string
  onAccent: string
  accentSoft: string
}

/**
 * A company's colour as an accent that can be read: shifted towards black, on dark ground towards white, just far enough
 * for 4.5:1 on every ground it lies on and under the text that lies on it (UX.md §5).
 */
export function readableAccent(color: string, ground: Ground): string {
  const beside = Object.values(ground) as string[]
  const towards = contrast('#000000', ground.bg) > contrast('#ffffff', ground.bg) ? '#000000' : '#ffffff'
  for (let step = 0; step < 50; step++) {
    const accent = mixed(color, towards, step / 50)
    if (beside.every((one) => contrast(accent, one) >= 4.5)) return accent
  }
  return towards
}
