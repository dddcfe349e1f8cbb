/**
 * What the style of every page that the server writes itself begins with: the product's colours, one column, text, links,
 * buttons and fields, with logical sides so that it also reads from the right.
 */
export const pageStyle = `
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
header, .row { display: flex; flex-wrap: wrap; gap: 0 16px; align-items: center; justify-content: space-between }
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
button { min-height: 44px; border: 1px solid var(--soft); border-radius: 8px; background: var(--paper); color: var(--main); cursor: pointer }
.go { width: 100%; padding: 12px; margin: 20px 0; background: var(--main); color: var(--paper) }
:focus-visible { outline: 3px solid var(--main); outline-offset: 3px }
.e, .e a { color: var(--fail) }
fieldset { border: 0; min-width: 0 }
[type=radio] { width: 22px; height: 22px; margin-inline-end: 4px; vertical-align: -5px; accent-color: var(--main) }
textarea { width: 100%; margin-top: 8px; padding: 12px; background: var(--paper); border: 1px solid var(--soft); border-radius: 8px }
`

/**
 * Makes our own style small enough to travel inside a page, for a style sheet without strings that hold white space: without
 * comments and white space that mean nothing, and with short names for its own properties.
 */
export function compactStyle(source: string): string {
  const names = [...new Set(source.match(/--[a-z]{3,}/g))]
  return source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/--[a-z]{3,}/g, (name) => `--${String.fromCharCode(97 + names.indexOf(name))}`)
    .trim()
}
