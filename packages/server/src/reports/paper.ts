/** Something to print or to open in Word: what stands in it, not how it is written. `pdfOf` and `wordOf` make a file of it. */
export type Paper = {
  /** The name of the document, in its properties and in the bar of a reader. Say it as a heading too. */
  readonly title: string
  /** BCP 47, e.g. `nl`. */
  readonly language: string
  /** Of the page as a whole; a line of words is placed by its own letters. `ltr` when not given. */
  readonly direction?: 'ltr' | 'rtl'
  /** The organisation that it comes from. */
  readonly author: string
  /** When it was made, ISO 8601. */
  readonly made: string
  readonly size?: 'A4' | 'A5'
  /** Stands under each page, pages counted from 1. A reader skips it. */
  readonly footer: (page: number, of: number) => string
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly look?: TextLook }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | TableBlock
  | PictureBlock
  /** Empty lines to write on. */
  | { readonly kind: 'lines'; readonly count: number; readonly alt: string }
  /** What follows begins on a new page. */
  | { readonly kind: 'page' }

/** `lead`: larger; `small`: smaller and grey, for what has to be said beside it; `box`: in a frame. */
export type TextLook = 'plain' | 'lead' | 'small' | 'box'

/**
 * Stands before a choice of a list, or alone in a cell, for a circle to put a cross in. On paper it is drawn, for the letters
 * there do not have it; a reader skips it.
 */
export const choiceSign = '○'

/** Each column has a head; the first cell of a row names the row when `rowHeads`. */
export type TableBlock = {
  readonly kind: 'table'
  readonly caption: string
  /** `share`: of the width, beside the shares of the others. */
  readonly columns: readonly { readonly text: string; readonly share: number }[]
  readonly rowHeads: boolean
  readonly rows: readonly (readonly string[])[]
}

/** SVG text of `core/charts` or of the same few elements (see `drawSvg`), and what it shows for who does not see it. */
export type PictureBlock = {
  readonly kind: 'picture'
  readonly svg: string
  /** Px of the SVG; shown as wide as the page allows, at most so many points. */
  readonly width: number
  readonly height: number
  readonly alt: string
}
