import type { Face } from '@weerklank/core/feedback/instrument'
import { type Html, html, raw } from '../http/html.ts'

/** Our own faces, drawn on 40 by 40: eyes, mouth, and what else tells a feeling. Anger is a feeling, not a bad mark. */
const features: Readonly<Record<Face, string>> = {
  'very-sad': 'M11 31q9-12 18 0M28 20q3 4 0 6',
  sad: 'M12 29q8-7 16 0',
  neutral: 'M13 27h14',
  glad: 'M12 25q8 7 16 0',
  'very-glad': 'M10 23q10 15 20 0z',
  angry: 'M9 11l7 3M31 11l-7 3M13 29q7-5 14 0',
  scared: 'M10 12l5-2M30 12l-5-2M16 28a4 3 0 1 0 8 0a4 3 0 1 0-8 0',
  unsure: 'M14 29l12-3M25 10l5 2',
}
const eyes = 'M13 16v1M27 16v1'
const head = 'M2 20a18 18 0 1 0 36 0a18 18 0 1 0-36 0'

/** A face as a picture; the word beside it says the same. */
export function drawFace(face: Face): Html {
  return html`<svg width="44" height="44" aria-hidden="true" stroke-linecap="round"><path transform="scale(1.1)" d="${raw(`${head}${eyes}${features[face]}`)}"/></svg>`
}
