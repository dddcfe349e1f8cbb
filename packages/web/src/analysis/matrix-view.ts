import type { VoiceKey } from '@weerklank/core/analysis/analysis'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import { type Matrix, type MatrixKind, matrixOf } from '@weerklank/core/analysis/matrix'
import { momentDays } from '@weerklank/core/analysis/moments'
import type { MatrixData } from '@weerklank/core/analysis/pictures.contract'
import type { ThemeMatrixInput } from '@weerklank/core/charts/theme-matrix-input'
import type { Language } from '@weerklank/core/shared/language'
import type { SentFilter } from './analysis.queries.ts'
import { quotesText } from './quotes.text.ts'
import { voiceKeyWord } from './voice-words.ts'

/** A day, month or year as people write it: `8 jun 2026`, `juni 2026`, `2026`. */
export function momentWord(moment: string, language: Language): string {
  const parts = moment.split('-').length
  if (parts === 1) return moment
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB'
  const day = new Date(`${momentDays(moment).from}T12:00:00Z`)
  const form = parts === 2 ? ({ month: 'long' } as const) : ({ day: 'numeric', month: 'short' } as const)
  return new Intl.DateTimeFormat(locale, { ...form, year: 'numeric', timeZone: 'UTC' }).format(day)
}

type Words = { language: Language; unknown: string }

/** What a column is called. */
export function columnWord(kind: MatrixKind, key: string, { language, unknown }: Words): string {
  if (kind === 'moment') return momentWord(key, language)
  if (kind === 'voice') return voiceKeyWord(key as VoiceKey, language, unknown)
  const words: Readonly<Record<string, string>> = quotesText[language].source
  return words[key] ?? key
}

type Shown = Words & { rows: 'each' | 'top'; hidden: readonly string[] }

/** The matrix as it is on the screen: without the columns that were switched off, and their quotes. */
export function shownMatrix(analysis: Pick<Analysis, 'codes'>, data: MatrixData, shown: Shown): Matrix {
  const isShown = (key: string) => !shown.hidden.includes(key)
  return matrixOf({
    themes: analysis.codes.map(({ id, parent, name }) => ({ id, parent, name })),
    columns: data.columns.filter(isShown).map((key) => ({ key, name: columnWord(data.kind, key, shown) })),
    counts: data.counts.filter(({ column }) => isShown(column)),
    marks: data.marks,
    rows: shown.rows,
  })
}

/** What leads from a cell to its quotes. */
export function cellFilter(
  { kind, column, code }: { kind: MatrixKind; column: string; code: string },
  rows: 'each' | 'top',
): SentFilter {
  const below = rows === 'top' ? ('yes' as const) : ('no' as const)
  const of =
    kind === 'voice' ? { voices: column } : kind === 'source' ? { sources: column } : momentDays(column)
  return { codes: code, below, ...of }
}

/** The same for a picture. */
export function matrixPicture(
  matrix: Matrix,
  head: Pick<ThemeMatrixInput, 'idPrefix' | 'title' | 'description' | 'lang' | 'width' | 'of'>,
): ThemeMatrixInput {
  return {
    ...head,
    columns: matrix.columns.map(({ name, quotes, isSilent }) => ({ name, quotes, isSilent })),
    rows: matrix.rows.map(({ theme, cells, quotes, heard }) => ({
      ...{ name: theme.name, cells, quotes, heard },
    })),
    quotes: matrix.quotes,
  }
}
