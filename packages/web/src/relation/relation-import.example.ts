import { voiceWord } from '@weerklank/core/relation/relation.words'
import { importFieldWord } from '@weerklank/core/relation/relation-import.words'
import type { Language } from '@weerklank/core/shared/language'

/** A small file that can be taken in as it is, as a spreadsheet in this language opens it. */
export function importExample(language: Language): string {
  const title = language === 'nl' ? 'Rond Yara' : 'Round Yara'
  const years = language === 'nl' ? '9 jaar' : '9 years'
  const heads = (['relation', 'name', 'voice', 'detail', 'address', 'language', 'days'] as const).map(
    (field) => importFieldWord(field, language),
  )
  const rows = [
    heads,
    [title, 'Yara', voiceWord('child', language), years, 'je', language, '14'],
    [title, language === 'nl' ? 'Mama' : 'Mum', voiceWord('mother', language), '', 'u', language, ''],
    ['', 'Lina', voiceWord('client', language), '', '', '', ''],
  ]
  const separator = language === 'nl' ? ';' : ','
  return `\uFEFF${rows.map((row) => `${row.join(separator)}\r\n`).join('')}`
}
