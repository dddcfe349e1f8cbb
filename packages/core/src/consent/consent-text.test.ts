import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { forbiddenWords, sentencesOf } from '../../../../scripts/text-rules.ts'
import { languages } from '../shared/language.ts'
import { purposes, readingLevels } from './consent.ts'
import { type ConsentText, type ConsentWording, consentTextSchema } from './consent-text.schema.ts'
import { asksAgainFrom, consentTextKey, defaultReadingLevel, newestText, wordingOf } from './consent-text.ts'

const folder = new URL('../../../../content/consent/', import.meta.url)
const published = readdirSync(folder).map((file) => {
  const json: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
  return { file, json, text: consentTextSchema.parse(json) }
})
const texts = published.map(({ text }) => text)

/** Every wording there is, with where it stands. */
const wordings = texts.flatMap((text) =>
  readingLevels.flatMap((level) =>
    languages.map((language) => {
      const wording = wordingOf(text, level, language)
      return { where: `${consentTextKey(text)} ${level} ${language}`, level, language, wording }
    }),
  ),
)

const parts = (wording: ConsentWording): string[] => Object.values(wording).flat()
const wordsIn = (sentence: string) =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

describe('the published consent texts', () => {
  it('carry their purpose and version in the name of their file', () => {
    for (const { file, text } of published) expect(file).toBe(`${text.purpose}.v${text.version}.json`)
  })

  it('are there for every purpose, at three levels in two languages', () => {
    expect(new Set(texts.map(({ purpose }) => purpose))).toEqual(new Set(purposes))
    expect(wordings).toHaveLength(texts.length * 6)
  })

  // What people decided points at a version. A hash that no longer fits means: leave the published file as it was, write
  // the new wording as a new version, and add its line here.
  it('never change', () => {
    const hashes = published.map(({ json, text }) => {
      const hash = createHash('sha256').update(JSON.stringify(json)).digest('hex')
      return `${consentTextKey(text)} ${hash.slice(0, 16)}`
    })
    expect(hashes).toEqual([
      'analysis@1 27dd5b0cb0dc988d',
      'anonymous-survey@1 b69eda08a107a2ed',
      'care-talk@1 1022dfaff33a44af',
      'network-map@1 66d6a78aa65ce065',
      'parents-read@1 76c3f07014c20b83',
      'quotes-publish@1 1207b901e64fbaa7',
      'quotes-team@1 0ec9f0a28b658bc4',
      'recording-analysis@1 0cd1594b32218318',
      'recording-training@1 489f16d34d8367bf',
      'research@1 a53f722ccd775435',
      'research@2 cfd6081dd45b34db',
    ])
  })

  it.each([
    ['professional', 15],
    ['parent', 15],
    ['child', 12],
  ] as const)('say it to the %s in sentences of at most %i words', (level, most) => {
    const long = wordings
      .filter((one) => one.level === level)
      .flatMap(({ where, wording }) =>
        parts(wording).flatMap((part) => sentencesOf(part).map((said) => `${where}: ${said}`)),
      )
      .filter((line) => wordsIn(line.slice(line.indexOf(': ') + 2)) > most)
    expect(long).toEqual([])
  })

  it('say what happens in two to five sentences, one at a time', () => {
    const wrong = wordings.flatMap(({ where, wording }) =>
      wording.what
        // "Not 16 yet? Then we also ask your parents." is one thought in two short ones.
        .filter((line) => sentencesOf(line).length > 2)
        .map((line) => `${where}: ${line}`),
    )
    expect(wrong).toEqual([])
    for (const { wording } of wordings) expect(sentencesOf(wording.question)).toHaveLength(1)
  })

  it('speak to parents with u, to children and colleagues with je', () => {
    const dutch = wordings.filter(({ language }) => language === 'nl')
    const complaints = dutch.flatMap(({ where, level, wording }) => {
      const other = level === 'parent' ? /\b(je|jij|jou|jouw)\b/i : /\b(u|uw)\b/i
      return parts(wording)
        .filter((part) => other.test(part))
        .map((part) => `${where}: ${part}`)
    })
    expect(complaints).toEqual([])
  })

  it('use no word that judges and leave no place open', () => {
    const all = wordings.flatMap(({ wording }) => parts(wording))
    expect(all.flatMap(forbiddenWords)).toEqual([])
    expect(all.filter((part) => /[{}]/.test(part))).toEqual([])
  })

  it('push nobody: yes and no are equally plain and about equally long', () => {
    for (const { where, wording } of wordings) {
      const { yes, no } = wording
      expect([where, yes.startsWith('Ja, ') || yes.startsWith('Yes, ')]).toEqual([where, true])
      expect([where, no.startsWith('Nee, ') || no.startsWith('No, ')]).toEqual([where, true])
      expect([where, Math.abs(wordsIn(yes) - wordsIn(no))]).toEqual([where, 1])
      const push = /jammer|graag|helpt|please|sorry|pity|unfortunately/i
      expect([where, push.test(yes + no)]).toEqual([where, false])
    }
  })

  it('say after every no that something goes on, or that nothing changes', () => {
    const goesOn =
      /gaat gewoon door|gaan gewoon door|gewoon verder|verandert niets|ook goed|staat hier los|simply go(es)? on|nothing changes|fine too|separate matter/i
    expect(
      wordings.filter(({ wording }) => !goesOn.test(wording.whatIfNo)).map(({ where }) => where),
    ).toEqual([])
  })
})

describe('what is said about research is what is copied for it', () => {
  const research = texts.find(({ purpose }) => purpose === 'research')
  const promised = {
    nl: [/vanaf nu/i, /cijfers/, /met de dag/, /soort samenwerking/, /rol/, /woorden gaan niet mee/],
    en: [/from now on/i, /marks/, /with the day/, /kind of collaboration/, /role/, /words do not go along/],
  }
  const neverCopied = /leerdoel|terugblik|learning goal|reflection|lezen wat|read what/i
  it.each(
    readingLevels.flatMap((level) => (['nl', 'en'] as const).map((language) => [level, language] as const)),
  )('to the %s, in %s', (level, language) => {
    const wording = research?.levels[level][language]
    const what = wording?.what.join(' ') ?? ''
    expect(promised[language].filter((words) => !words.test(what))).toEqual([])
    expect(`${what} ${wording?.question}`).not.toMatch(neverCopied)
    expect(wording?.question).toMatch(language === 'nl' ? /vanaf nu/ : /from now on/)
  })
})

const [sample] = texts as [ConsentText]
const version = (number: number, asksAgain = false): ConsentText => ({
  ...sample,
  version: number,
  asksAgain,
})

describe('consentTextSchema', () => {
  const spoiled = (change: Partial<ConsentWording>) => {
    const { nl, en } = sample.levels.child
    return { ...sample, levels: { ...sample.levels, child: { nl: { ...nl, ...change }, en } } }
  }
  const refusals: [string, unknown][] = [
    ['a purpose that is none', { ...sample, purpose: 'marketing' }],
    ['a version that is no version', { ...sample, version: 0 }],
    ['a first version that asks again', version(1, true)],
    ['a level that is missing', { ...sample, levels: { parent: sample.levels.parent } }],
    [
      'a language that is missing',
      { ...sample, levels: { ...sample.levels, child: { nl: sample.levels.child.nl } } },
    ],
    ['a field it does not know', { ...sample, preselected: 'yes' }],
    ['one sentence about what happens', spoiled({ what: ['Kort.'] })],
    ['six of them', spoiled({ what: ['1', '2', '3', '4', '5', '6'] })],
    ['two questions', spoiled({ question: 'Mag dit? En dat?' })],
    ['no question', spoiled({ question: 'Dit mag.' })],
    ['two answers that are the same', spoiled({ yes: 'Goed', no: 'goed' })],
    ['an answer that pushes', spoiled({ yes: 'Ja, leuk!' })],
    ['an empty text', spoiled({ whoSees: ' ' })],
  ]
  it('takes a fair text', () => {
    expect(consentTextSchema.parse(sample)).toEqual(sample)
    expect(consentTextSchema.parse(version(2, true)).asksAgain).toBe(true)
  })
  it.each(refusals)('refuses %s', (_, text) => {
    expect(consentTextSchema.safeParse(text).success).toBe(false)
  })
})

describe('versions', () => {
  it('the newest asks; an older yes counts from the last version that asks again', () => {
    const some = [version(2), version(4), version(3, true), version(1)]
    expect(newestText(some, sample.purpose).version).toBe(4)
    expect(asksAgainFrom(some, sample.purpose)).toBe(3)
    expect(asksAgainFrom([version(1), version(2)], sample.purpose)).toBe(1)
    expect(() => newestText([], 'research')).toThrow('There is no consent text for research')
  })
})

it('defaultReadingLevel follows who reads', () => {
  const rows: [number | null, 'self' | 'parent' | 'guardian', boolean, string][] = [
    [8, 'self', false, 'child'],
    [15, 'self', false, 'child'],
    [17, 'self', false, 'child'],
    [18, 'self', false, 'parent'],
    [null, 'self', false, 'parent'],
    [null, 'self', true, 'professional'],
    [null, 'parent', false, 'parent'],
    [null, 'parent', true, 'parent'],
    [null, 'guardian', false, 'parent'],
  ]
  for (const [age, as, isMember, level] of rows) {
    expect([age, as, isMember, defaultReadingLevel({ age, as, isMember })]).toEqual([
      age,
      as,
      isMember,
      level,
    ])
  }
})
