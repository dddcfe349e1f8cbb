/** How a text will be drawn: size in px (user units) and weight. */
export type TextStyle = { readonly size: number; readonly bold: boolean }

// Widths in em, on the wide side of the system fonts (Noto Sans, Segoe UI, Roboto, San Francisco): a picture
// without DOM cannot measure, and a box that is a little too wide only costs white space.
const narrow = new Set("iljtfrI.,:;'|!()[] -·")
const wide = new Set('mwMW@%—…')

function characterEm(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (narrow.has(character)) return 0.36
  if (wide.has(character)) return 0.94
  if (code >= 0x41 && code <= 0x5a) return 0.7
  if (code < 0x300) return 0.59
  const combines = (code < 0x370 || code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f)) && code !== 0x34f
  if (combines) return 0
  return code >= 0x1100 ? 1.15 : 0.7
}

/** Estimated width in px of one line of text; meant for keeping labels apart, not for typesetting. */
export function textWidth(text: string, style: TextStyle): number {
  let em = 0
  for (const character of text) em += characterEm(character)
  return em * style.size * (style.bold ? 1.08 : 1)
}

/** The text itself when it fits in `maxWidth` px, else its beginning with an ellipsis; '' if not even that fits. */
export function fitText(text: string, maxWidth: number, style: TextStyle): string {
  if (textWidth(text, style) <= maxWidth) return text
  let fitted = ''
  // By grapheme, so that no letter loses its accent and no emoji falls apart. The locale does not matter here.
  for (const { segment } of new Intl.Segmenter('nl', { granularity: 'grapheme' }).segment(text)) {
    if (textWidth(`${fitted}${segment}…`, style) > maxWidth) break
    fitted += segment
  }
  return fitted === '' ? '' : `${fitted.trimEnd()}…`
}
