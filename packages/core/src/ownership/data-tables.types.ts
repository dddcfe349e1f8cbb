/** Words for a field or file: Dutch, English. */
export type Words = readonly [nl: string, en: string]

/** One table as an organisation takes it along: what is in it, field by field, and what stays behind. */
export type DataTable = {
  readonly words: Words
  /** Fields whose name says the same in every table: see `commonFields`. */
  readonly common: string
  readonly fields?: Readonly<Record<string, Words>>
  /** Only rows with a moment in this field are taken along, and why the others are not. */
  readonly shownOnly?: { readonly since: string; readonly why: Words }
  /** Rows in which this field is true are not taken along, and why. */
  readonly unless?: { readonly field: string; readonly or?: string; readonly why: Words }
  /** Fields that are not taken along, and why. */
  readonly leftOut?: Readonly<Record<string, Words>>
}
