import { compactStyle } from './respond.compact.ts'

/**
 * The style of the respondent's pages: the product's colours, one column, logical sides so that it also reads from the
 * right. With `js` on the root the lines (`s`) take the place of the radio buttons (`r`) before anything is drawn.
 * In forced colours the line keeps its own colours, which are those of a light or a dark page as the theme asks.
 */
export const style = compactStyle(`
:root {
  color-scheme: light dark;
  --ink: #1b2430; --soft: #55606b; --paper: #fff; --line: #cbd2ce; --main: #0b5394; --tint: #eef4fa; --kept: #00694f; --fail: #a4262c
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9edf0; --soft: #aab4be; --paper: #161d25; --line: #46525e; --main: #8fbdf0; --tint: #1e2a38; --kept: #75d3b0; --fail: #ffa3a3 }
}
* { box-sizing: border-box; margin: 0; padding: 0; font: inherit; color: inherit }
body { background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
header, main { max-width: 40rem; margin: auto; padding: 12px 20px }
header, .row, .n, .p { display: flex; flex-wrap: wrap; gap: 0 16px; align-items: center; justify-content: space-between }
header { border-bottom: 1px solid var(--line) }
header b, #read { flex: 1 9em }
svg { fill: none; stroke-width: 2; stroke: var(--main); vertical-align: middle }
circle { fill: var(--main) }
a { color: var(--main); padding: 10px 0 }
b, h1, h2, dt, legend, button { font-weight: 700 }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 16px 0 }
h2, legend, .q { font-size: 1.25rem; line-height: 1.3 }
main p, h2, dd, .box { margin-bottom: 16px }
dd { white-space: pre-line }
ul { padding: 0 20px }
.box { background: var(--tint); border-radius: 8px; padding: 12px 16px }
.row { margin-bottom: 20px }
button { min-height: 44px; border: 1px solid var(--soft); border-radius: 8px; background: var(--paper); color: var(--main); cursor: pointer }
#read[hidden] { display: block; visibility: hidden }
.on { position: fixed; bottom: 20px; padding: 0 20px }
.go { width: 100%; padding: 12px; margin: 20px 0; background: var(--main); color: var(--paper) }
:focus-visible { outline: 3px solid var(--main); outline-offset: 3px }
section { margin: 0 -20px; padding: 20px 20px 12px; border-top: 1px solid var(--line) }
[aria-current=step] { background: var(--tint); border-inline-start: 4px solid var(--main); padding-inline-start: 16px }
main .n, main .p { color: var(--soft); margin: 0 0 4px }
.a i { color: var(--kept) }
.a[aria-current=false] i::before { content: '✓ ' }
[aria-current=step] i { color: var(--main); font-weight: 700 }
.e, .e a { color: var(--fail) }
.e, .q { display: block }
fieldset { border: 0; min-width: 0 }
fieldset button { border: 0; background: none; font-weight: 400; text-decoration: underline; visibility: hidden }
.a button { visibility: visible }
fieldset label { display: inline-block; padding: 10px 0; min-width: 50px }
.k label, section > label { display: block }
[type=radio] { width: 22px; height: 22px; margin-inline-end: 4px; vertical-align: -5px; accent-color: var(--main) }
textarea { width: 100%; margin-top: 8px; padding: 12px; background: var(--paper); border: 1px solid var(--soft); border-radius: 8px }
.js .r, html:not(.js) .s { display: none }
[type=range] {
  appearance: none; width: 100%; height: 44px; cursor: pointer; touch-action: pan-y; forced-color-adjust: none; print-color-adjust: exact;
  background: var(--by, repeating-linear-gradient(90deg, var(--soft) 0 3px, #0000 3px 8px)) center/calc(100% - 28px) var(--thick, 2px) no-repeat,
    repeating-linear-gradient(90deg, var(--soft) 0 1px, #0000 1px calc(10% - .1px)) bottom/calc(100% - 27px) 7px no-repeat
}
.a [type=range] { --by: linear-gradient(90deg, var(--main) calc(var(--at) * 100%), var(--line) 0); --thick: 6px; --seen: 1 }
[dir=rtl] .a [type=range] { --by: linear-gradient(-90deg, var(--main) calc(var(--at) * 100%), var(--line) 0) }
::-webkit-slider-thumb { appearance: none; width: 28px; height: 28px; border: 4px solid var(--main); border-radius: 50%; background: var(--paper); opacity: var(--seen, 0) }
::-moz-range-thumb { width: 20px; height: 20px; border: 4px solid var(--main); border-radius: 50%; background: var(--paper); opacity: var(--seen, 0) }
::-moz-range-track { background: none }
[type=range]:focus-visible { outline-offset: -5px }
@media print { button, .row { display: none } }
`)
