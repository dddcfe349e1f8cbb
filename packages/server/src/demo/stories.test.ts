/** What stands in the demo is read by people who work in care: it must be fit to be read. */
import { contactKinds, voices } from '@weerklank/core/relation/relation'
import { expect, test } from 'vitest'
import { forbiddenWords, longSentences } from '../../../../scripts/text-rules.ts'
import { stories } from './stories/stories.ts'
import type { Happening, Story } from './story.ts'

/** Every text of a story, with where it stands. */
function textsOf(story: Story): [where: string, text: string][] {
  const people = story.people.flatMap((person) =>
    'name' in person ? [person.name, person.detail ?? ''] : [],
  )
  const texts = [story.title, story.purpose, ...people, ...story.happened.flatMap(textsIn)]
  return texts.filter((text) => text !== '').map((text) => [story.key, text])
}

function textsIn(told: Happening): string[] {
  switch (told.kind) {
    case 'note':
      return [told.text, told.toldBy]
    case 'contact':
      return [told.place, told.summary, ...told.checks.map(({ open }) => open)]
    case 'planned':
      return [told.place]
    case 'talk':
      return [told.note]
    case 'agreement':
      return [told.text]
    case 'strain':
      return [told.text]
    case 'mended':
      return [told.heard]
    case 'agreement-ended':
    case 'family':
    case 'chosen':
    case 'closed':
      return []
  }
}

const texts = stories.flatMap(textsOf)

test('there is much to read, and it is no copy of itself', () => {
  expect(stories.length).toBeGreaterThanOrEqual(12)
  const open = stories.flatMap(({ happened }) =>
    happened.flatMap((told) => (told.kind === 'contact' ? told.checks.map((check) => check.open) : [])),
  )
  const written = open.filter((text) => text !== '')
  expect(written.length).toBeGreaterThanOrEqual(80)
  expect(new Set(written).size).toBe(written.length)
})

test('no text judges, and every sentence is short enough to be read under stress', () => {
  expect(
    texts.flatMap(([where, text]) =>
      [...forbiddenWords(text), ...longSentences(text)].map((one) => [where, one]),
    ),
  ).toEqual([])
})

// Names of conditions, and words by which an office speaks about people.
const neverHere =
  /\b(adhd|add|autis\w*|ptss|trauma\w*|depressie\w*|angststoornis|borderline|psychose|verslaa?f\w*|dement\w*|stoornis\w*|diagnose\w*|symptom\w*|patiënt\w*|casus|cliëntsysteem|problematiek|hulpvraag|interventie\w*|non-compliant|weerstand|bsn)\b/i

test('nobody has a diagnosis, and nobody is spoken of in jargon', () => {
  expect(texts.filter(([, text]) => neverHere.test(text))).toEqual([])
})

test('no text names a day or a season: the stories move along with the day on which they are told', () => {
  const dated =
    /\b(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|lente|zomer\w*|herfst\w*|winter\w*|kerst\w*|pasen|sinterklaas|vakantie|\d{4})\b/i
  expect(texts.filter(([, text]) => dated.test(text))).toEqual([])
})

test('the stories have every kind of voice but none twice under one name', () => {
  const used = new Set(stories.flatMap(({ people }) => people.map(({ voice }) => voice)))
  expect([...used].sort()).toEqual([...voices].filter((voice) => voice !== 'professional').sort())
  for (const { people } of stories) {
    const names = people.map((person) => ('name' in person ? person.name : person.member))
    expect(new Set(names).size).toBe(names.length)
  }
  expect(
    stories.some(({ happened }) => happened.some((told) => told.kind === 'contact' && told.isRepair)),
  ).toBe(true)
  expect(contactKinds).toContain('repair-talk')
})
