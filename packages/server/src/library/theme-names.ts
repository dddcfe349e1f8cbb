import type { Bilingual } from '@weerklank/core/shared/language'
import { loadCodebooks } from '../analysis/analysis.ts'

/** How the themes of content/codebooks are called, by their codes. */
export function loadThemeNames(): ReadonlyMap<string, Bilingual> {
  const codes = [...loadCodebooks().values()].flatMap((book) => book.codes)
  return new Map(codes.map(({ key, name }) => [key, name]))
}
