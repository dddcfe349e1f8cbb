import { whyFound } from '@weerklank/core/library/found'
import { tagsOf } from '@weerklank/core/library/item-tags'
import { searchTerms } from '@weerklank/core/library/search-terms'
import { loadLibrary } from './src/library/library.content.ts'
import { loadSynonyms } from './src/library/library.synonyms.ts'
import { tagNames } from './src/library/tag-names.ts'
const all = loadLibrary()
const synonyms = loadSynonyms()
const known = { begins: () => true, stands: () => true, like: () => [] }
for (const text of ['ouders', 'vertrouwen', 'samen praten vertrouwen', 'cliënt komt niet opdagen']) {
  const terms = searchTerms(text, { language: 'nl', known, synonyms })
  for (let round = 0; round < 3; round++) {
    const times = []
    for (let n = 0; n < 20; n++) {
      const at = performance.now()
      for (const item of all.slice(n * 6, n * 6 + 20)) whyFound(item, terms, { tags: tagsOf(item, tagNames), language: 'nl' })
      times.push(performance.now() - at)
    }
    times.sort((a, b) => a - b)
    console.log(text, round, times[10]?.toFixed(2), times[19]?.toFixed(2))
  }
}
