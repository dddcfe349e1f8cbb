import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  type ChooserAnswers,
  type ChooserQuestion,
  type ChooserRule,
  chooserQuestions,
  chooserRules,
  chooserStep,
  rulesThatHold,
} from './format.chooser.ts'
import { type Format, formatMinutes } from './format.ts'

const folder = new URL('../../../../content/formats/', import.meta.url)
const formats = new Map<string, Format>(
  readdirSync(folder).map((file) => {
    const format: Format = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
    return [format.key, format]
  }),
)

type Path = { answers: ChooserAnswers; rule: ChooserRule; asked: number }

/** Every way through the questions, to its end. */
function paths(answers: ChooserAnswers = {}): Path[] {
  const step = chooserStep(answers)
  if (step.kind === 'end') return [{ answers, rule: step.rule, asked: Object.keys(answers).length }]
  return step.options.flatMap((option) => paths({ ...answers, [step.question]: option }))
}

/** Every set of answers to all questions. */
function complete(): ChooserAnswers[] {
  return (Object.keys(chooserQuestions) as ChooserQuestion[]).reduce<ChooserAnswers[]>(
    (sets, question) =>
      sets.flatMap((set) => chooserQuestions[question].map((option) => ({ ...set, [question]: option }))),
    [{}],
  )
}

const keysOf = ({ outcome }: ChooserRule) => (outcome.kind === 'formats' ? outcome.formats : [])

describe('choosing a format', () => {
  it('ends on every path, after three questions at most', () => {
    const all = paths()
    expect(Math.max(...all.map(({ asked }) => asked))).toBe(3)
    expect(all).toHaveLength(17)
  })

  it('reaches every rule', () => {
    expect(new Set(paths().map(({ rule }) => rule.id))).toEqual(new Set(chooserRules.map(({ id }) => id)))
  })

  it('never has two rules, or none, for one set of answers', () => {
    for (const answers of complete()) expect(rulesThatHold(answers), JSON.stringify(answers)).toHaveLength(1)
  })

  it('asks nothing that would not change the end', () => {
    for (const { answers, rule } of paths()) {
      for (const asked of Object.keys(answers) as ChooserQuestion[]) {
        const others = chooserQuestions[asked].map((option) => ({ ...answers, [asked]: option }))
        const ends = others.flatMap((one) => paths(one).map((path) => path.rule.id))
        expect(new Set(ends).size, `${rule.id}: ${asked}`).toBeGreaterThan(1)
      }
    }
  })

  it('names formats that are shipped and can be held', () => {
    for (const key of chooserRules.flatMap(keysOf)) expect(formats.get(key)?.isTemplate, key).toBeUndefined()
    expect(chooserRules.flatMap(keysOf).every((key) => formats.has(key))).toBe(true)
  })

  it('keeps what it says: half an hour is half an hour, who begins gets what suits, a client may be there', () => {
    const fit: Readonly<Record<string, (format: Format) => boolean>> = {
      'time=short': (format) => formatMinutes(format) <= 30,
      'group=new': ({ beginners }) => beginners,
      'topic=client': ({ clientPresent }) => clientPresent !== 'no',
    }
    let looked = 0
    for (const { answers, rule } of paths()) {
      for (const [question, option] of Object.entries(answers)) {
        const holds = fit[`${question}=${option}`]
        if (holds === undefined) continue
        for (const key of keysOf(rule)) {
          const format = formats.get(key)
          expect(format !== undefined && holds(format), `${rule.id}: ${key}`).toBe(true)
          looked += 1
        }
      }
    }
    expect(looked).toBeGreaterThan(10)
  })

  it('sends people with a difference in power to somebody from outside, without any format', () => {
    for (const answers of complete()) {
      const [rule] = rulesThatHold(answers)
      const isUnequal =
        answers.power === 'yes' && (answers.topic === 'someone' || answers.topic === 'tension')
      expect(rule?.outcome.kind === 'mediator', JSON.stringify(answers)).toBe(isUnequal)
    }
  })
})
