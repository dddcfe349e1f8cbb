import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changeFormat,
  copyFormat,
  type FormatDeed,
  losesShadow,
  mayKeepFormats,
  ownFormatId,
  ownFormatKey,
  readyToPublish,
} from './format.change.ts'
import { formatProblems } from './format.rules.ts'
import { formatDraftShape, formatShape } from './format.schema.ts'
import { type Format, formatMinutes, shadowSteps } from './format.ts'

const shipped = (file: string): Format =>
  formatShape.parse(
    JSON.parse(readFileSync(new URL(`../../../../content/formats/${file}.v1.json`, import.meta.url), 'utf8')),
  )
const id = '0195b2a0-1111-7111-8111-0123456789ab'
const dialogue = copyFormat(shipped('open-dialogue'), ownFormatKey(id))

function after(format: Format, ...deeds: FormatDeed[]): Format {
  return deeds.reduce((now, deed) => {
    const change = changeFormat(now, deed)
    if ('refused' in change) throw new Error(change.refused)
    return change.format
  }, format)
}

describe('a format of one’s own', () => {
  it('is a copy under a key that tells its identifier, in version 1', () => {
    expect(dialogue).toMatchObject({ key: `own-${id}`, version: 1, name: { nl: 'Opendialoogbijeenkomst' } })
    expect(ownFormatId(dialogue.key)).toBe(id)
    expect(ownFormatId('open-dialogue')).toBeUndefined()
    expect(formatShape.safeParse(dialogue).success).toBe(true)
  })

  it('may move the shadow side, and never lose it', () => {
    const moved = after(dialogue, { kind: 'move', step: 'shadow', by: -1 })
    expect(moved.steps.map(({ key }) => key).indexOf('shadow')).toBe(4)
    expect(changeFormat(dialogue, { kind: 'remove', step: 'shadow' })).toEqual({ refused: 'shadow-stays' })
    const skip = { kind: 'mark', step: 'shadow', mark: 'canSkip', on: true } as const
    expect(changeFormat(dialogue, skip)).toEqual({ refused: 'shadow-stays' })
    const without = { ...dialogue, steps: dialogue.steps.filter(({ isShadow }) => !isShadow) }
    expect(losesShadow(dialogue, without)).toBe(true)
    expect(losesShadow(dialogue, moved)).toBe(false)
  })

  it('gets steps and minutes, and loses them', () => {
    const longer = after(dialogue, { kind: 'change', step: 'value', to: { minutes: 30 } })
    expect(formatMinutes(longer)).toBe(100)
    const more = after(dialogue, { kind: 'add', after: 'value' })
    expect(more.steps[4]).toMatchObject({ key: 'step', minutes: 5 })
    expect(formatProblems(more)).toEqual([{ code: 'words-missing', step: 'step' }])
    expect(after(more, { kind: 'remove', step: 'step' })).toEqual(dialogue)
    expect(changeFormat(dialogue, { kind: 'move', step: 'welcome', by: -1 })).toEqual({
      refused: 'nowhere-to-go',
    })
    expect(changeFormat(dialogue, { kind: 'remove', step: 'no' })).toEqual({ refused: 'no-such-step' })
  })

  it('has nobody speak and be silent at once, and closes only what is written', () => {
    const heard = after(dialogue, { kind: 'part', step: 'value', role: 'host', part: 'speaks' })
    expect(heard.steps[3]).toMatchObject({
      speakers: ['client', 'participant', 'host'],
      silent: ['witness', 'recorder'],
    })
    const written = after(
      dialogue,
      { kind: 'change', step: 'value', to: { input: 'text' } },
      { kind: 'mark', step: 'value', mark: 'isSealed', on: true },
    )
    expect(written.steps[3]?.isSealed).toBe(true)
    const round = after(written, { kind: 'change', step: 'value', to: { input: 'round' } })
    expect(round).toEqual(dialogue)
  })

  it('takes a role out of its steps as well', () => {
    const roles = dialogue.roles.filter(({ role }) => role !== 'witness')
    const without = after(dialogue, { kind: 'facts', facts: { roles } })
    expect(without.steps.flatMap(({ speakers, silent }) => [...speakers, ...silent])).not.toContain('witness')
    expect(formatProblems(without)).toEqual([])
  })

  it('fills an empty template', () => {
    const own = copyFormat(shipped('raguse'), ownFormatKey(id))
    expect(formatProblems(own)).toEqual([{ code: 'no-steps' }])
    const words = { title: { nl: 'Vertellen', en: '' }, prompt: { nl: 'Vertel wat er is.', en: '' } }
    const filled = after(own, { kind: 'add', after: null }, { kind: 'change', step: 'step', to: words })
    expect(formatShape.safeParse(filled).success).toBe(false)
    expect(formatShape.safeParse(readyToPublish(filled)).success).toBe(true)
  })

  it('stays in shape and keeps its shadow side whatever is done to it', () => {
    const step = fc.nat(12).map((at) => dialogue.steps[at]?.key ?? 'step')
    const deed: fc.Arbitrary<FormatDeed> = fc.oneof(
      fc.record({ kind: fc.constant('move' as const), step, by: fc.constantFrom(-1 as const, 1 as const) }),
      fc.record({ kind: fc.constant('remove' as const), step }),
      fc.record({ kind: fc.constant('add' as const), after: fc.option(step) }),
      fc.record({
        ...{ kind: fc.constant('change' as const), step },
        to: fc.record({ input: fc.constantFrom('none', 'text', 'round', 'cards', 'vote') }),
      }),
      fc.record({
        ...{ kind: fc.constant('part' as const), step },
        role: fc.constantFrom('host', 'client', 'participant'),
        part: fc.constantFrom('speaks', 'silent', 'neither'),
      }),
      fc.record({
        ...{ kind: fc.constant('mark' as const), step, on: fc.boolean() },
        mark: fc.constantFrom('isSealed', 'isAnonymous', 'canSkip'),
      }),
    )
    const impossible = ['speaker-silent', 'dots-without-vote', 'vote-without-dots', 'closed-without-text']
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
        const end = deeds.reduce((now, one) => {
          const change = changeFormat(now, one)
          return 'format' in change ? change.format : now
        }, dialogue)
        expect(shadowSteps(end)).toHaveLength(1)
        expect(new Set(end.steps.map(({ key }) => key)).size).toBe(end.steps.length)
        expect(formatProblems(end).filter(({ code }) => impossible.includes(code))).toEqual([])
        expect(formatDraftShape.safeParse(end).success).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('is kept by whoever leads meetings, never by a guest', () => {
    expect(mayKeepFormats(['facilitator'])).toEqual({ allowed: true })
    expect(mayKeepFormats(['researcher'])).toEqual({ allowed: false, reason: 'other-role' })
    expect(mayKeepFormats(['guest', 'facilitator'])).toEqual({ allowed: false, reason: 'guest' })
  })
})
