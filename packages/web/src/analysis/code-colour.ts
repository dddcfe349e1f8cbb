/** The colour of a code on white paper and on a dark screen: each reads as text there, whatever another program chose. */
export type CodeShades = { day: string; night: string }

const wanted = 4.5
const paper = { day: luminance([255, 255, 255]), night: luminance([29, 36, 43]) }
const kept = new Map<string, CodeShades>()

/** `#rrggbb`; anything else is drawn grey. */
export function codeShades(colour: string): CodeShades {
  const found = kept.get(colour)
  if (found !== undefined) return found
  const rgb = parsed(colour)
  const shades = { day: towards(rgb, 0, paper.day), night: towards(rgb, 255, paper.night) }
  kept.set(colour, shades)
  return shades
}

/** As custom properties, for the style of what is drawn in this colour. */
export function codeStyle(colour: string): Record<`--wk-code-${string}`, string> {
  const { day, night } = codeShades(colour)
  return { '--wk-code-day': day, '--wk-code-night': night }
}

type Rgb = readonly [number, number, number]

function parsed(colour: string): Rgb {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  const [, r = '77', g = '77', b = '77'] = match ?? []
  return [Number.parseInt(r, 16), Number.parseInt(g, 16), Number.parseInt(b, 16)]
}

/** Mixed with black (0) or white (255) in steps of a twentieth until it can be read on this ground. */
function towards(rgb: Rgb, end: 0 | 255, ground: number): string {
  for (let step = 0; step < 20; step += 1) {
    const mix = (part: number) => Math.round(part + ((end - part) * step) / 20)
    const mixed: Rgb = [mix(rgb[0]), mix(rgb[1]), mix(rgb[2])]
    if (contrast(luminance(mixed), ground) >= wanted) return hex(mixed)
  }
  return hex([end, end, end])
}

function hex(rgb: Rgb): string {
  return `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** WCAG 2.2, relative luminance. */
export function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}
