import { expect, test } from 'vitest'
import { exportPurpose } from './access.contract.ts'
import { exportPurposes, exportPurposeTexts, mayExport } from './purpose-lock.ts'

test('data may leave for whoever they are of, for care, consented research, review, talking in the team and leaving', () => {
  expect(Object.fromEntries(exportPurposes.map((purpose) => [purpose, mayExport(purpose)]))).toEqual({
    'own-data': { allowed: true },
    care: { allowed: true },
    research: { allowed: true },
    review: { allowed: true },
    'team-discussion': { allowed: true },
    leaving: { allowed: true },
    personnel: { allowed: false, reason: 'personnel' },
    purchasing: { allowed: false, reason: 'purchasing' },
  })
})

test('an export without a purpose, or for one that nobody thought about, is no request at all', () => {
  for (const purpose of [undefined, '', 'benchmark', 'Personnel', ['care']]) {
    expect(exportPurpose.safeParse(purpose).success).toBe(false)
  }
  for (const purpose of exportPurposes) expect(exportPurpose.parse(purpose)).toBe(purpose)
})

test('each purpose can be said in both languages, and no two alike', () => {
  for (const language of ['nl', 'en'] as const) {
    const words = exportPurposes.map((purpose) => exportPurposeTexts[purpose][language])
    expect(new Set(words).size).toBe(exportPurposes.length)
  }
})
