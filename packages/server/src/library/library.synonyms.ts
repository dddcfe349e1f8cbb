import { readFileSync } from 'node:fs'
import { type Synonyms, synonymFile, synonymsOf } from '@weerklank/core/library/synonyms'

const file = new URL('../../../../content/library/synonyms.json', import.meta.url)

/** Words of care that mean the same, out of content/library; a file that breaks a rule stops the start. */
export function loadSynonyms(): Synonyms {
  try {
    return synonymsOf(synonymFile.parse(JSON.parse(readFileSync(file, 'utf8'))))
  } catch (cause) {
    throw new Error('content/library/synonyms.json cannot be used', { cause })
  }
}
