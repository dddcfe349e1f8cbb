import { ownChallenges } from '@weerklank/core/feedback/own-challenge'
import { readPlainly } from '@weerklank/core/feedback/plain-language'
import { ruptureMarkers, ruptureSteps } from '@weerklank/core/feedback/rupture'
import { signalPriority } from '@weerklank/core/feedback/signal'
import { goalThemes } from '@weerklank/core/learning/buddy'
import { type Card, cardOf } from '@weerklank/core/library/card'
import { type FitAsk, fitting } from '@weerklank/core/library/fit'
import { type MeetingPart, meetingParts, type Place } from '@weerklank/core/library/fit.place'
import { type ItemKind, readingLevels } from '@weerklank/core/library/item'
import type { Item } from '@weerklank/core/library/item.schema'
import { relationKinds, type Setting, situationsOf } from '@weerklank/core/relation/relation'
import { noteMoments } from '@weerklank/core/shared/note-moment'
import { describe, expect, it, test } from 'vitest'
import { loadCodebooks } from '../analysis/codebooks.ts'
import { loadFormats } from '../dialogue/formats.ts'
import { loadContent } from '../feedback/instruments.ts'
import { loadExercises } from '../learning/exercises.ts'
import { loadLibrary } from './library.content.ts'

const all = loadLibrary()
const codes = [...loadCodebooks().values()].flatMap((book) => book.codes.map(({ key }) => key))
const content = loadContent()
const lines = [...content.instruments.values(), ...content.teamInstruments.values()].flatMap((one) =>
  one.items.map(({ id }) => id),
)

const settings: (Setting | null)[] = [
  null,
  { kind: 'interpersonal', context: null, situation: null },
  { kind: 'with-help-seekers', context: 'micro', situation: 'guidance' },
  { kind: 'with-help-seekers', context: 'micro', situation: 'intake' },
  { kind: 'interprofessional', context: 'meso', situation: 'mdo' },
]
const offered = (place: Place, setting: FitAsk['setting']) =>
  fitting({ items: all, place, setting, voice: null })

describe('the library as a whole', () => {
  it('holds what the sources hold', () => {
    const count = (kind: ItemKind) => all.filter((item) => item.kind === kind).length
    expect(count('element')).toBe(7)
    expect(count('effect')).toBe(6)
    expect(count('tip')).toBe(9)
    expect(count('condition')).toBe(6)
    expect(count('knowledge')).toBe(13)
    expect(count('theory')).toBe(10)
    expect(count('exercise')).toBe(loadExercises().size)
    expect(count('format')).toBe([...loadFormats().values()].filter((one) => !one.isTemplate).length)
    // Four of the professional herself, three pairs of poles and five factors that hinder.
    expect(count('challenge')).toBe(4 + 3 + 5)
    expect(count('evidence')).toBeGreaterThanOrEqual(10)
    const questions = all.flatMap(({ kind, sentences = [] }) => (kind === 'prompt' ? sentences : []))
    expect(questions.length).toBeGreaterThanOrEqual(20)
  })

  it('names nothing twice', () => {
    expect(new Set(all.map(({ key, version }) => `${key} ${version}`)).size).toBe(all.length)
    expect(new Set(all.map(({ kind, title }) => `${kind} ${title.nl}`)).size).toBe(all.length)
  })

  it('says every tip with sentences of its own', () => {
    for (const item of all.filter(({ kind }) => kind === 'tip' || kind === 'element')) {
      expect(item.sentences?.length, item.key).toBeGreaterThanOrEqual(2)
    }
  })

  it('tags with what there is', () => {
    const known = new Set(codes)
    for (const { key, fits } of all) {
      expect(
        fits.themes.filter((code) => !known.has(code)),
        key,
      ).toEqual([])
      expect(
        (fits.lines ?? []).filter((line) => !lines.includes(line)),
        key,
      ).toEqual([])
    }
  })

  it('keeps to kind × context × situation as collaborations do', () => {
    for (const { key, fits } of all) {
      const { kinds, contexts, situations } = fits
      if (situations.length > 0) expect(contexts.length, key).toBeGreaterThan(0)
      if (contexts.length > 0) expect(kinds, key).not.toContain('interpersonal')
      for (const context of contexts) {
        const ofContext: readonly string[] = situationsOf[context]
        if (situations.length > 0)
          expect(
            situations.some((one) => ofContext.includes(one)),
            key,
          ).toBe(true)
      }
    }
  })

  it('shows what a chatbot listed as such, and never as evidence', () => {
    const listed = all.filter(({ provenance }) => provenance === 'chatbot-list')
    expect(listed.map(({ kind }) => kind)).toEqual(Array.from({ length: 10 }, () => 'theory'))
    for (const { grade, levels } of listed) {
      expect(grade).toBe('none')
      expect(levels.professional.nl).toContain('chatbot')
      expect(levels.parent.nl).toMatch(/^Een idee: .*chatbot/s)
      expect(levels.child.nl).toMatch(/^Een idee: /)
      expect(levels.parent.en).toMatch(/^An idea: .*chatbot/s)
      expect(levels.child.en).toMatch(/^An idea: /)
    }
    // Of the ten, seven are said to fit care, two of them best.
    expect(listed.filter(({ fits }) => fits.kinds.length > 0)).toHaveLength(7)
  })

  it('says how long each takes, to read or to do, and with how many people what is done is done', () => {
    expect(all.filter(({ minutes }) => minutes === undefined).map(({ key }) => key)).toEqual([])
    // What is only read is read by oneself.
    const read = ['effect', 'evidence', 'theory']
    const without = all.filter(({ groupSize, kind }) => groupSize === undefined && !read.includes(kind))
    expect(without.map(({ key }) => key)).toEqual([])
  })

  it('says of every number what it does not say', () => {
    for (const { key, levels } of all.filter(({ kind }) => kind === 'evidence')) {
      expect(levels.professional.nl, key).toContain('Dit zegt niet')
      expect(levels.professional.en, key).toContain('This does not say')
    }
  })
})

describe.each(['nl', 'en'] as const)('in %s', (language) => {
  test.each(readingLevels)('every item has words for a %s', (level) => {
    const without = all.filter(({ levels }) => levels[level][language].trim() === '')
    expect(without.map(({ key }) => key)).toEqual([])
  })

  // How long a sentence may be stands with the reading: fifteen words for a parent, six for a child.
  test.each(['parent', 'child'] as const)('a %s can read them, and no two items say the same', (level) => {
    const hints = all.flatMap((item) =>
      toldOn(cardOf(item, { level, language })).flatMap((words) =>
        readPlainly(words, language, level).hints.map((hint) => ({ key: item.key, hint })),
      ),
    )
    expect(hints).toEqual([])
    const said = Map.groupBy(all, ({ levels }) => levels[level][language])
    const again = [...said.values()].filter((items) => items.length > 1)
    expect(again.map((items) => items.map(({ key }) => key))).toEqual([])
  })
})

/** All that a card tells its reader. Its title is a name, and what it rests on is for who hands it out. */
function toldOn(card: Card | null): string[] {
  if (card === null) return []
  const { paragraphs, sentences, sentencesHead, steps, stepsHead, needs } = card
  return [...paragraphs, ...sentences, sentencesHead, ...steps, stepsHead, ...needs]
}

test('what one says as a professional stands on no card for somebody else', () => {
  const cards = (level: 'parent' | 'child') =>
    all.flatMap((item) => {
      const card = cardOf(item, { level, language: 'nl' })
      return card !== null && card.sentences.length + card.steps.length > 0 ? [card] : []
    })
  expect(cards('child').map(({ key }) => key)).toEqual([])
  const asked = cards('parent')
  expect(asked.map(({ key }) => key)).toEqual([
    ...['always-a-ten', 'end-of-a-talk', 'evaluation-together', 'first-meeting'],
    ...['intake-earlier-help', 'nothing-heard', 'saying-goodbye'],
  ])
  for (const { sentences } of asked) expect(sentences.filter((one) => !one.endsWith('?'))).toEqual([])
})

describe('at hand', () => {
  const elsewhere: Place[] = [
    ...ruptureMarkers.map((marker): Place => ({ at: 'rupture', markers: [marker], step: null })),
    ...ruptureSteps.map((step): Place => ({ at: 'rupture', markers: [], step })),
    ...noteMoments.map((moment): Place => ({ at: 'moment', moment })),
    ...codes.map((code): Place => ({ at: 'theme', code, like: [], topics: [] })),
    ...goalThemes.map((topic): Place => ({ at: 'goal', topics: [topic], codes: [], levels: [] })),
  ]
  const ofSignals: Place[] = [
    ...signalPriority.map((rule): Place => ({ at: 'signal', rule, line: null, challenge: null })),
    ...lines.map((line): Place => ({ at: 'signal', rule: 'low-item', line, challenge: null })),
    ...ownChallenges.map(
      (challenge): Place => ({ at: 'signal', rule: 'own-challenge', line: null, challenge }),
    ),
  ]
  const ofMeetings: Place[] = [...loadFormats().keys()].flatMap((format) =>
    meetingParts.map((part: MeetingPart): Place => ({ at: 'meeting', format, part })),
  )
  const places = [...elsewhere, ...ofSignals, ...ofMeetings]

  it('has something for every signal, line, marker, step, moment, theme, topic and part of a meeting', () => {
    const without = places.filter((place) => offered(place, null).length === 0)
    expect(without).toEqual([])
  })

  it('has something to say or to do beside a signal in every kind of working together', () => {
    for (const place of ofSignals) {
      for (const setting of settings) {
        const kinds = offered(place, setting).map(({ item }) => item.kind)
        expect(kinds.length, JSON.stringify({ place, setting })).toBeGreaterThan(0)
      }
    }
  })

  it('leads from a line that stood out to a sentence, and from there to an exercise', () => {
    const [setting] = settings.filter((one) => one?.situation === 'guidance')
    const first = offered(
      { at: 'signal', rule: 'low-item', line: 'doable', challenge: null },
      setting ?? null,
    )
    const prompt = first.find(({ item }) => item.kind === 'prompt')
    expect(prompt?.item.key).toBe('planning-a-task')
    const next = offered({ at: 'item', key: 'planning-a-task' }, setting ?? null)
    expect(next.map(({ item }) => item.kind)).toContain('exercise')
  })

  it('offers each item somewhere, or it has words of its own by which it is found', () => {
    const shown = new Set<string>()
    const wider: Place[] = [...places, ...all.map(({ key }): Place => ({ at: 'item', key }))]
    for (const place of wider)
      for (const one of settings) for (const { item } of offered(place, one)) shown.add(item.key)
    const never = all.filter(({ key }) => !shown.has(key))
    expect(never.filter((item) => !isFound(item)).map(({ key }) => key)).toEqual([])
    expect(shown.size).toBeGreaterThan(all.length / 2)
  })
})

/** A title in both languages that no other item of its kind has, so that it stands first when one looks for it. */
function isFound({ title, key, kind }: Item): boolean {
  const others = all.filter((one) => one.kind === kind && one.key !== key)
  return (['nl', 'en'] as const).every((language) => {
    const own = title[language]
    return own !== undefined && others.every((one) => one.title[language] !== own)
  })
}

test('every kind of working together is known to some item', () => {
  for (const kind of relationKinds) {
    expect(all.some(({ fits }) => fits.kinds.length === 0 || fits.kinds.includes(kind))).toBe(true)
  }
})
