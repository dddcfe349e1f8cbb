import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Format } from '../dialogue/format.ts'
import { type ChoosingAnswers, rulesHeld, wayOf } from '../shared/choosing.ts'
import { groupThreshold } from '../shared/small-groups.input.ts'
import { instrumentChooser } from './chooser.schema.ts'
import {
  adviceOf,
  type InstrumentRule,
  instrumentStep,
  isTitleOf,
  type Licensed,
  talkQuestion,
} from './chooser.ts'
import { usualShare } from './round.ts'
import { mayBeAnonymous } from './team.ts'

const content = new URL('../../../../content/', import.meta.url)
const read = (file: string) => JSON.parse(readFileSync(new URL(file, content), 'utf8'))
const chooser = instrumentChooser.parse(read('team/chooser.json'))
const { questions, rules, instruments } = chooser
const formats = new Map<string, Format>(
  readdirSync(new URL('formats/', content)).map((file) => {
    const format: Format = read(`formats/${file}`)
    return [format.key, format]
  }),
)

const none: Licensed = new Set()
const everything: Licensed = new Set(instruments.map(({ key }) => key))
const registers = [none, everything, ...instruments.map(({ key }) => new Set([key]))]

type Path = { answers: ChoosingAnswers; rule: InstrumentRule }

/** Every way through the questions, to its end. */
function paths(licensed: Licensed, answers: ChoosingAnswers = {}): Path[] {
  const step = instrumentStep(chooser, answers, licensed)
  if (step.kind === 'end') return [{ answers, rule: step.rule }]
  return step.options.flatMap((option) => paths(licensed, { ...answers, [step.question]: option }))
}

/** Every set of answers to all questions on which rules rest. */
function complete(): ChoosingAnswers[] {
  return questions
    .filter(({ key }) => key !== talkQuestion)
    .reduce<ChoosingAnswers[]>(
      (sets, { key, options }) =>
        sets.flatMap((set) => options.map((option) => ({ ...set, [key]: option.key }))),
      [{}],
    )
}

/** What somebody ends with who gives these answers, in the order of the questions. */
function end(given: readonly string[], licensed: Licensed = none) {
  const { step, taken } = wayOf((answers) => instrumentStep(chooser, answers, licensed), given)
  if (step.kind !== 'end') throw new Error(`${given.join('.')} ends at a question: ${step.question}`)
  expect(taken).toHaveLength(given.length)
  const { now, ask, isInstead } = adviceOf(chooser, step.rule, licensed)
  const keys = (some: typeof now) => some.map(({ key }) => key)
  return { rule: step.rule, now: keys(now), ask: keys(ask), isInstead }
}

describe('the rules of the chooser of an instrument', () => {
  it('lead every set of answers to exactly one rule: none contradict, and there is no dead end', () => {
    const wrong = complete().filter((answers) => rulesHeld(rules, answers).length !== 1)
    expect(wrong).toEqual([])
  })

  it('are all reached, whatever licences there are', () => {
    for (const licensed of registers) {
      const reached = new Set(paths(licensed).map(({ rule }) => rule.id))
      expect(reached).toEqual(new Set(rules.map(({ id }) => id)))
    }
  })

  it('ask only what the outcome rests on, and each of those changes it', () => {
    for (const { answers, rule } of paths(none)) {
      const asked = Object.keys(answers).filter((question) => question !== talkQuestion)
      expect(asked.toSorted(), rule.id).toEqual(Object.keys(rule.when).toSorted())
      for (const question of asked) {
        const options = questions.find(({ key }) => key === question)?.options ?? []
        // Whoever answered this one thing otherwise, and the rest alike, can end elsewhere.
        const ends = options.flatMap(({ key }) =>
          paths(none, { ...answers, [question]: key }).map((path) => path.rule.id),
        )
        expect(new Set(ends).size, `${rule.id}: ${question}`).toBeGreaterThan(1)
      }
    }
  })

  it('need four questions at most, and the one about a talk', () => {
    const counts = paths(everything).map(({ answers }) => Object.keys(answers).length)
    expect(Math.max(...counts)).toBe(5)
    expect(Math.min(...counts)).toBe(2)
  })

  it('ask for a talk before anything goes to a group, and nowhere else', () => {
    for (const licensed of registers) {
      for (const { answers, rule } of paths(licensed)) {
        const isForGroup = adviceOf(chooser, rule, licensed).now.some(({ talk }) => talk)
        expect(answers[talkQuestion] !== undefined, rule.id).toBe(isForGroup)
      }
    }
  })

  it('never leave somebody with nothing: something to use now, or a talk', () => {
    for (const rule of rules) {
      if (rule.outcome.kind === 'talk') continue
      const { now } = adviceOf(chooser, rule, none)
      expect(now.length, rule.id).toBeGreaterThan(0)
      expect(
        now.every(({ licence }) => licence.kind === 'own'),
        rule.id,
      ).toBe(true)
    }
  })
})

describe('the content of the chooser', () => {
  it('names each thing once, and only what is there', () => {
    for (const list of [questions.map(({ key }) => key), rules.map(({ id }) => id), [...everything]])
      expect(new Set(list).size).toBe(list.length)
    const asked = new Map(questions.map(({ key, options }) => [key, options.map((option) => option.key)]))
    for (const { id, when } of rules)
      for (const [question, wanted = []] of Object.entries(when))
        expect(
          wanted.filter((option) => !asked.get(question)?.includes(option)),
          id,
        ).toEqual([])
    const named = rules.flatMap(({ outcome }) =>
      outcome.kind === 'measure' ? [...outcome.fits, ...outcome.instead] : [],
    )
    expect(new Set(named)).toEqual(everything)
  })

  it('leads to formats that are shipped, can be held, and suit few people where there are few', () => {
    const after = instruments.flatMap((instrument) => instrument.formats)
    const instead = rules.flatMap(({ outcome }) => (outcome.kind === 'talk' ? outcome.formats : []))
    for (const key of [...after, ...instead]) {
      expect(formats.has(key), key).toBe(true)
      expect(formats.get(key)?.isTemplate, key).toBeUndefined()
    }
    const forFew = rules.filter(({ id }) => id.endsWith('-few'))
    expect(forFew).toHaveLength(6)
    for (const { id, outcome } of forFew) {
      expect(outcome.kind, id).toBe('talk')
      if (outcome.kind !== 'talk') continue
      for (const key of outcome.formats) expect(formats.get(key)?.minPeople, key).toBeLessThanOrEqual(4)
    }
  })

  it('names the questions that a round and a check of a circle are held with, and asks of as many people as they do', () => {
    const asked = readdirSync(new URL('instruments/', content)).map((file) => read(`instruments/${file}`))
    const checks = readdirSync(new URL('circle-checks/', content)).map((file) =>
      read(`circle-checks/${file}`),
    )
    for (const { key, places, asks, minimum } of instruments) {
      expect(asks?.round !== undefined, key).toBe(places.includes('round'))
      expect(asks?.check !== undefined, key).toBe(places.includes('circle-check'))
      if (asks?.round !== undefined) {
        const { questions, form } = asks.round
        const one = asked.find(({ id, use }) => use === 'round' && id === questions)
        expect([one?.about === 'others', minimum.of10], key).toEqual([
          form === 'between',
          (one?.minShare ?? usualShare) / 10,
        ])
      }
      if (asks?.check !== undefined) expect(checks.map(({ id }) => id)).toContain(asks.check)
    }
  })

  it('shows what is of a group from five answers on, and says where one asks for a licence', () => {
    for (const { key, talk, minimum, licence, match, formats: after } of instruments) {
      const isByName = key === 'network-map'
      if (talk && minimum.people > 1 && !isByName) expect(minimum.people, key).toBeGreaterThanOrEqual(5)
      // Of one person's own contact no talk with a group needs to be planned.
      expect(talk, key).toBe(minimum.people > 1)
      if (talk) expect(after.length, key).toBeGreaterThan(0)
      expect(licence.kind === 'own', key).toBe(match === undefined)
    }
    expect(instruments.find(({ key }) => key === 'tci-38')?.minimum.of10).toBe(7.5)
  })
})

it('promises of a round between professions what a round keeps', () => {
  const { minimum } = instruments.find(({ key }) => key === 'between-professions') ?? {}
  const group = (invited: number) => ({ name: `Beroep ${invited}`, invited, parts: [] })
  const allowed = (...sizes: number[]) => mayBeAnonymous(sizes.map(group), groupThreshold.usual).allowed
  const [ofEach = 0, people = 0] = [minimum?.ofEach, minimum?.people]
  expect(allowed(ofEach, people - ofEach)).toBe(true)
  expect(allowed(ofEach - 1, people - ofEach + 1)).toBe(false)
  expect(allowed(ofEach, people - 1 - ofEach)).toBe(false)
})

describe('finding an instrument among the forms of an organisation', () => {
  it.each([
    ['srs', 'SRS (Nederlands)', true],
    ['srs', 'CSRS voor kinderen', false],
    ['tci-14', 'TCI-14', true],
    ['tci-14', 'TCI 38 voor teams', false],
    ['psychological-safety', 'Psychologische Veiligheid in het team', true],
    ['psychological-safety', 'Veiligheid in huis', false],
    ['team-check', 'Team-check', false],
  ])('%s in %s: %s', (key, title, isThere) => {
    const found = instruments.filter((instrument) => instrument.key === key)
    expect(found.map((one) => isTitleOf(one, title))).toEqual([isThere])
  })
})

describe('the examples of domain.md §4.3', () => {
  it('a team of eight with ten minutes and clients central: AITCS-II, and our own check until there is a licence', () => {
    const team = ['team', 'ready', 'yes', 'yes']
    expect(end(team)).toMatchObject({ ask: ['aitcs-ii'], now: ['team-check'], isInstead: true })
    expect(end(team, new Set(['aitcs-ii']))).toMatchObject({ now: ['aitcs-ii'], ask: [], isInstead: false })
  })

  it('five professionals of four organisations round a family, one meeting: a form of reflecting, no scale', () => {
    const { rule, now, ask } = end(['network', 'once'])
    expect(rule.outcome).toEqual({ kind: 'talk', formats: ['stilstaan', 'stilstaan-short'] })
    expect([...now, ...ask]).toEqual([])
  })

  it('ten trainees after a masterclass: ICCAS-R, or their own goals', () => {
    expect(end(['learning'])).toMatchObject({ ask: ['iccas-r'], now: ['own-goals'] })
    expect(end(['learning', 'yes'], everything).now).toEqual(['iccas-r'])
  })

  it('four professions of an obstetric chain: IPC, each about each other', () => {
    expect(end(['network', 'professions', 'ready', 'yes'])).toMatchObject({
      ask: ['ipc'],
      now: ['between-professions'],
    })
    expect(end(['network', 'professions', 'ready', 'yes'], everything).now).toEqual(['ipc'])
  })

  it('a team of four is not measured', () => {
    expect(end(['team', 'few']).rule.outcome).toEqual({
      kind: 'talk',
      formats: ['retrospective', 'team-agreement'],
    })
  })

  it('follows a link that was changed by hand as far as it makes sense', () => {
    const step = (answers: ChoosingAnswers) => instrumentStep(chooser, answers, none)
    expect(wayOf(step, ['team', 'constructor', 'yes']).taken.map(({ taken }) => taken)).toEqual(['team'])
    expect(wayOf(step, ['__proto__']).taken).toEqual([])
  })
})
