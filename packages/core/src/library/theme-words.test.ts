import { expect, test } from 'vitest'
import { themesLike } from './theme-words.ts'

const themes = [
  { key: 'trust', name: { nl: 'Vertrouwen', en: 'Trust' } },
  { key: 'equality', name: { nl: 'Gelijkwaardigheid', en: 'Equality' } },
  { key: 'workload', name: { nl: 'Werkdruk en tijd', en: 'Workload and time' } },
  { key: 'other-views', name: { nl: 'Verschillende visies', en: 'Different views' } },
]

test.each<[string, string[]]>([
  ['Vertrouwen', ['trust']],
  ['Hoe het vertrouwen groeit', ['trust']],
  ['Zich gelijkwaardig voelen aan tafel', ['equality']],
  ['Een ander verschil in visies', ['other-views']],
  ['Trust and equality', ['trust', 'equality']],
  // A short word, or one that stands everywhere, is no likeness.
  ['Samen werken met mensen', []],
  ['En zo', []],
  ['', []],
])('“%s” is like %o', (name, expected) => expect(themesLike(name, themes)).toEqual(expected))
