import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { fontBytes } from './fonts.ts'

let ready: Promise<void> | undefined

/** Draws SVG text as PNG, so many dots for each px of it, in the letters that go along with PDF too. */
export async function pngOf(svg: string, dotsPerPx: number): Promise<Uint8Array> {
  ready ??= initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')))
  await ready
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: dotsPerPx },
    font: {
      fontBuffers: [fontBytes('regular'), fontBytes('bold'), fontBytes('arabic'), fontBytes('arabic-bold')],
      ...{ defaultFontFamily: 'Noto Sans', sansSerifFamily: 'Noto Sans' },
    },
  })
  const image = drawing.render()
  try {
    return image.asPng()
  } finally {
    image.free()
    drawing.free()
  }
}
