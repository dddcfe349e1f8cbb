import { describe, expect, it } from 'vitest'
import {
  checkSetting,
  defaultAddressForm,
  goesOn,
  situations,
  situationsOf,
  voiceFamily,
  voices,
} from './relation.ts'

describe('checkSetting (S004 table 2)', () => {
  const rows = [
    ['interpersonal', null, null, 'allowed'],
    ['interpersonal', 'micro', null, 'not-applicable'],
    ['interpersonal', null, 'guidance', 'not-applicable'],
    ['with-help-seekers', null, null, 'context-missing'],
    ['with-help-seekers', null, 'guidance', 'context-missing'],
    ['with-help-seekers', 'micro', null, 'situation-missing'],
    ['with-help-seekers', 'micro', 'guidance', 'allowed'],
    ['with-help-seekers', 'micro', 'mdo', 'allowed'],
    ['with-help-seekers', 'meso', 'mdo', 'allowed'],
    ['with-help-seekers', 'exo', 'mdo', 'situation-not-in-context'],
    ['interprofessional', 'meso', 'case-consultation', 'allowed'],
    ['interprofessional', 'meso', 'guidance', 'situation-not-in-context'],
    ['interprofessional', 'exo', 'policy', 'allowed'],
    ['interprofessional', 'exo', null, 'situation-missing'],
  ] as const
  it.each(rows)('%s × %s × %s → %s', (kind, context, situation, expected) => {
    const decision = checkSetting({ kind, context, situation })
    expect(decision.allowed ? 'allowed' : decision.reason).toBe(expected)
  })
})

describe('the table of situations', () => {
  it('holds the 11, 6 and 5 of the source, with MDO in two levels', () => {
    expect([situationsOf.micro.length, situationsOf.meso.length, situationsOf.exo.length]).toEqual([11, 6, 5])
    expect(situations).toHaveLength(21)
  })
})

describe('voices', () => {
  it('each belong to one family and have one form of address', () => {
    const table = voices.map((voice) => `${voice}: ${voiceFamily(voice)}, ${defaultAddressForm(voice)}`)
    expect(table).toMatchInlineSnapshot(`
      [
        "client: client, u",
        "youth: client, je",
        "child: client, je",
        "mother: kin, u",
        "father: kin, u",
        "kin: kin, u",
        "professional: professional, je",
        "colleague: professional, je",
        "partner: partner, je",
        "expert-by-experience: partner, je",
        "manager: partner, je",
      ]
    `)
  })
})

describe('goesOn', () => {
  const ended = '2026-11-19T08:00:00Z'
  it.each([
    [null, true, true],
    [null, false, false],
    [ended, true, false],
    [ended, false, false],
  ])('ended at %s, may be changed: %s → %s', (closedAt, mayChange, goes) => {
    expect(goesOn({ closedAt, mayChange })).toBe(goes)
  })
})
