import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatShape } from './format.schema.ts'
import { withShadow } from './format.shadow.ts'
import { collectsAgreements, collectsWords, type Format, formatMinutes, shadowSteps } from './format.ts'

const folder = new URL('../../../../content/formats/', import.meta.url)
const files = readdirSync(folder)
const published: Format[] = files.map((file) =>
  formatShape.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
)
// The newest of each: a meeting keeps the version that it was planned with.
const byKey = new Map(
  published.toSorted((a, b) => a.version - b.version).map((format) => [format.key, format]),
)
const formats = [...byKey.values()]
const of = (key: string): Format => {
  const found = byKey.get(key)
  if (found === undefined) throw new Error(`no format ${key}`)
  return found
}

// Minutes as domain.md §5.2 gives them; 0 for the two of which nobody told us the steps.
const minutes: Readonly<Record<string, number>> = {
  incident: 65,
  'incident-ten-rounds': 75,
  gossip: 60,
  'ten-steps': 120,
  balint: 90,
  'five-steps': 45,
  consultation: 30,
  'clean-sheet': 0,
  raguse: 0,
  'moral-deliberation': 90,
  'reflecting-team': 60,
  'outsider-witness': 75,
  'open-dialogue': 90,
  stilstaan: 45,
  'stilstaan-short': 20,
  'mdi-client': 75,
  debrief: 5,
  'fail-forward': 30,
  retrospective: 45,
  'team-agreement': 60,
  'card-4g': 15,
  'buddy-talk': 42,
  'buddy-talk-short': 30,
}

describe('the formats that come with the product', () => {
  it('are those of the catalogue, each as long as its source says', () => {
    expect(Object.fromEntries(formats.map((format) => [format.key, formatMinutes(format)]))).toEqual(minutes)
  })

  it('stand in a file that is named after key and version', () => {
    expect(published.map(({ key, version }) => `${key}.v${version}.json`)).toEqual(files)
  })

  it('let the hosts of an open dialogue listen from the first question to the last, and speak at the end', () => {
    const { steps, endsWithWitnessQuestions } = of('open-dialogue')
    const dialogue = ['value', 'characteristics', 'shadow', 'reflections']
    expect(steps.filter(({ silent }) => silent.includes('host')).map(({ key }) => key)).toEqual([
      'welcome',
      ...dialogue,
    ])
    expect(steps.find(({ key }) => key === 'warm-up')?.minutes).toBe(10)
    expect(steps.at(-1)?.speakers).toContain('host')
    expect(shadowSteps(of('open-dialogue')).map(({ key }) => key)).toEqual(['shadow'])
    expect(endsWithWitnessQuestions).toBe(true)
  })

  it('can all be held with a question for the shadow side, and only that is added', () => {
    for (const format of formats.filter(({ isTemplate }) => !isTemplate)) {
      const held = withShadow(format)
      expect(shadowSteps(held)).toHaveLength(1)
      expect(formatShape.safeParse(held).success).toBe(true)
      expect(held.steps.at(-1)).toEqual(format.steps.at(-1))
      expect(withShadow(held)).toBe(held)
    }
    expect(withShadow(of('raguse'))).toBe(of('raguse'))
  })

  it('ask, when people pause at a collaboration, what one notices in oneself, how that is, and what one sees in others', () => {
    const asked = of('stilstaan').steps.find(({ key }) => key === 'questions')
    expect(asked?.prompt.nl?.match(/[^?]+\?/g)?.map((question) => question.trim())).toEqual([
      'Wat merkt u bij uzelf in deze samenwerking?',
      'Hoe is dat voor u?',
      'Wat ziet u bij anderen gebeuren?',
    ])
    expect(asked?.isSealed).toBe(true)
  })

  it('collect words for a glossary where they say so, in the step that asks for words', () => {
    const collecting = formats.flatMap((format) =>
      format.steps.filter((step) => collectsWords(format, step)).map(({ key }) => `${format.key}/${key}`),
    )
    expect(collecting).toEqual(['stilstaan/words'])
    expect(of('stilstaan').steps.some((step) => collectsWords({ outputs: ['agreement'] }, step))).toBe(false)
  })

  it('collect what may be agreed where they say so, in the step that asks for it', () => {
    const collecting = formats.flatMap((format) =>
      format.steps
        .filter((step) => collectsAgreements(format, step))
        .map(({ key }) => `${format.key}/${key}`),
    )
    expect(collecting).toEqual([
      'debrief/take-along',
      ...['mdi-client/agree', 'stilstaan-short/agree', 'stilstaan/agree'],
    ])
    expect(of('stilstaan').steps.some((step) => collectsAgreements({ outputs: ['glossary'] }, step))).toBe(
      false,
    )
  })

  it.each([
    ['speaker-silent', { silent: ['participant'], speakers: ['participant'] }],
    ['role-unknown', { speakers: ['timekeeper'] }],
    ['input-without-speaker', { speakers: [], input: 'round' }],
    ['nobody-speaks', { speakers: [], input: 'none' }],
    ['vote-without-dots', { input: 'vote' }],
    ['vote-on-nothing', { input: 'vote', dots: 1 }],
    ['dots-without-vote', { dots: 3 }],
    ['closed-without-text', { isAnonymous: true, input: 'round' }],
    ['shadow-skipped', { isShadow: true, canSkip: true }],
    ['words-missing', { title: { nl: ' ', en: 'x' } }],
  ])('refuse a first step with %s', (code, patch) => {
    const format = of('retrospective')
    const [first, ...rest] = format.steps
    const broken = { ...format, steps: [{ ...first, ...patch }, ...rest] }
    const messages = formatShape.safeParse(broken).error?.issues.map(({ message }) => message) ?? []
    // Empty words are also refused by the shape itself.
    if (code !== 'words-missing') expect(messages).toContain(code)
    expect(messages).not.toEqual([])
  })

  it.each([
    ['people-range', { minPeople: 20 }],
    ['no-steps', { steps: [] }],
    ['template-with-steps', { isTemplate: true }],
    ['roles-over-people', { maxPeople: 2, minPeople: 2 }],
  ])('refuse a format with %s', (code, patch) => {
    const messages = formatShape.safeParse({ ...of('retrospective'), ...patch }).error?.issues
    expect(messages?.map(({ message }) => message)).toContain(code)
  })
})
