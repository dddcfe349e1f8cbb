import type { NamesOfCodes } from '@weerklank/core/learning/monitor.print'
import type { Language } from '@weerklank/core/shared/language'
import { loadMentionBook } from './mention.content.ts'

/** What the codes of barriers and resources are called; a code that is in the codebook no more is called by its key. */
export function codeNames(language: Language): NamesOfCodes {
  const names = new Map(loadMentionBook().codes.map(({ key, name }) => [key, name[language]]))
  return (code) => names.get(code) ?? code
}
