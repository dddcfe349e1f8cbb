import { compactStyle, pageStyle } from '../http/page-style.ts'
import type { PageKind } from './respond.script.ts'

/** Pages without questions. */
const plain = `
${pageStyle}.row { margin-bottom: 20px }
main p button { padding: 0 16px }
@media print { button, .row { display: none } }
`

const common = `${plain}
.n, .p { color: var(--soft); margin: 0 0 4px; display: flex; flex-wrap: wrap; gap: 0 8px; align-items: center; justify-content: space-between }
#read[hidden] { display: block; visibility: hidden }
.on { position: fixed; bottom: 20px; padding: 0 20px }
section { margin: 0 -20px; padding: 20px 20px 12px; border-top: 1px solid var(--line) }
[aria-current=step] { background: var(--tint); border-inline-start: 4px solid var(--main); padding-inline-start: 16px }
.a i { color: var(--kept) }
.a[aria-current=false] i::before { content: '✓ ' }
[aria-current=step] i { color: var(--main); font-weight: 700 }
fieldset label { display: inline-block; padding: 10px 0; min-width: 50px }
.e, .q, .k label, section > label { display: block }
.js .r, html:not(.js) .s { display: none }
`

/**
 * Questions on lines. With `js` on the root the lines (`s`) take the place of the radio buttons (`r`) before anything is drawn.
 * In forced colours the line keeps its own colours, which are those of a light or a dark page as the theme asks.
 */
const lines = `
fieldset button { border: 0; background: none; font-weight: 400; text-decoration: underline; visibility: hidden }
.a button { visibility: visible }
[type=range] {
  appearance: none; width: 100%; height: 44px; cursor: pointer; touch-action: pan-y; forced-color-adjust: none; print-color-adjust: exact;
  background: var(--by, repeating-linear-gradient(90deg, var(--soft) 0 3px, #0000 3px 8px)) center/calc(100% - 28px) var(--thick, 2px) no-repeat,
    repeating-linear-gradient(90deg, var(--soft) 0 1px, #0000 1px calc(10% - .1px)) bottom/calc(100% - 27px) 7px no-repeat
}
.a [type=range] { --by: linear-gradient(var(--way, 90deg), var(--main) calc(var(--at) * 100%), var(--line) 0); --thick: 6px; --seen: 1 }
[dir=rtl] { --way: -90deg }
::-webkit-slider-thumb { appearance: none; width: 28px; height: 28px; border: 4px solid var(--main); border-radius: 50%; background: var(--paper); opacity: var(--seen, 0) }
::-moz-range-thumb { width: 20px; height: 20px; border: 4px solid var(--main); border-radius: 50%; background: var(--paper); opacity: var(--seen, 0) }
::-moz-range-track { background: none }
[type=range]:focus-visible { outline-offset: -5px }
`

/**
 * Questions with faces, with a script one on the screen: which one is said by `aria-current`. A browser that does not know
 * `:has()` shows them all. With `h` on the form nobody beside it sees what was chosen.
 */
const faceRows = `
.f { display: flex; flex-wrap: wrap; gap: 8px 4px }
.f legend { margin-bottom: 12px }
.f label { flex: 1 3.2em; min-width: min-content; overflow-wrap: normal; line-height: 1.2; padding: 8px 1px; text-align: center; border: 1px solid var(--line); border-radius: 8px }
.f input, .f svg { display: block; margin: 0 auto 4px }
.f svg { stroke: var(--ink); border-radius: 50% }
.f :checked + svg { background: var(--tint); outline: 4px solid var(--main) }
.js .o:has([aria-current=step]) section:not([aria-current=step]), .js .o:has([aria-current=step]:not(:last-of-type)) .go, .js .o:not(:has([aria-current=step])) #nav { display: none }
.o:has(section:first-of-type[aria-current=step]) #back, .o:has(section:last-of-type[aria-current=step]) #next { visibility: hidden }
#nav { margin-top: 16px }
#nav button { padding: 0 24px }
#hide { padding: 0 16px }
[aria-pressed=true] { background: var(--main); color: var(--paper) }
.h [type=radio] { opacity: 0 }
.h :checked + svg { background: none; outline: 0 }
.h :focus-visible + svg { outline: 3px dotted var(--main) }
.h textarea { color: transparent }
`

/** Paper to draw on: what a finger does there is drawing, not scrolling. */
const paper = `
.d { display: block; width: 100%; border: 1px solid var(--soft); border-radius: 8px; touch-action: none; stroke: var(--ink); stroke-width: 4; margin-bottom: 12px; background: var(--paper) }
.h path[d^=M] { opacity: 0 }
`

/** The style of the respondent's pages: the product's colours, one column, logical sides so that it also reads from the right. */
export const styles: Readonly<Record<PageKind, string>> = {
  plain: compactStyle(plain),
  line: compactStyle(common + lines),
  faces: compactStyle(common + faceRows),
  draw: compactStyle(common + faceRows + paper),
}
