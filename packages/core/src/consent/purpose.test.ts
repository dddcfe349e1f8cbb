import { describe, expect, it } from 'vitest'
import { type Purpose, purposes } from './consent.ts'
import { purposeRule, type WithdrawalPlan, withdrawalPlan } from './purpose.ts'

it('each purpose says how it is asked and what no and stopping do', () => {
  const rows = purposes.map((purpose) => {
    const { asking, afterNo, onWithdrawal, canLeave } = purposeRule(purpose)
    return `${purpose}: ${asking}, ${afterNo}, ${onWithdrawal}${canLeave ? ', can leave' : ''}`
  })
  expect(rows).toEqual([
    'care-talk: voluntary, no-checks, stop',
    'research: consent, no-research, delete, can leave',
    'recording-analysis: consent, no-recording, delete, can leave',
    'recording-training: consent, no-training-use, delete, can leave',
    'analysis: consent, no-analysis, delete, can leave',
    'quotes-team: consent, not-shared, detach, can leave',
    'quotes-publish: consent, not-published, detach, can leave',
    'network-map: consent, not-on-map, delete, can leave',
    'anonymous-survey: told, left-blank, none, can leave',
    'parents-read: consent, parents-see-nothing, stop',
  ])
})

describe('withdrawalPlan', () => {
  const report = { title: 'Monitor 2026', at: '2026-03-01T10:00:00.000Z' }
  const file = { title: 'Bestand voor de universiteit', at: '2026-02-01T10:00:00.000Z' }
  const facts = { contentCount: 3, published: [report], exports: [file] }
  const left = [
    { ...file, kind: 'export' },
    { ...report, kind: 'published' },
  ] as const
  const rows: [Purpose, Omit<WithdrawalPlan, 'purpose'>][] = [
    ['care-talk', { deletes: 0, detaches: 0, stays: 3, cannotUndo: left }],
    ['research', { deletes: 3, detaches: 0, stays: 0, cannotUndo: left }],
    ['recording-analysis', { deletes: 3, detaches: 0, stays: 0, cannotUndo: left }],
    ['recording-training', { deletes: 3, detaches: 0, stays: 0, cannotUndo: left }],
    ['analysis', { deletes: 3, detaches: 0, stays: 0, cannotUndo: left }],
    ['quotes-team', { deletes: 0, detaches: 3, stays: 0, cannotUndo: left }],
    ['quotes-publish', { deletes: 0, detaches: 3, stays: 0, cannotUndo: left }],
    ['network-map', { deletes: 3, detaches: 0, stays: 0, cannotUndo: left }],
    ['anonymous-survey', { deletes: 0, detaches: 0, stays: 0, cannotUndo: [] }],
    ['parents-read', { deletes: 0, detaches: 0, stays: 3, cannotUndo: left }],
  ]
  it('has a row for every purpose', () => {
    expect(rows.map(([purpose]) => purpose)).toEqual(purposes)
  })
  it.each(rows)('%s', (purpose, expected) => {
    expect(withdrawalPlan(purpose, facts)).toEqual({ purpose, ...expected })
  })
  it('of nothing is nothing', () => {
    for (const purpose of purposes) {
      expect(withdrawalPlan(purpose, { contentCount: 0, published: [], exports: [] })).toEqual({
        purpose,
        deletes: 0,
        detaches: 0,
        stays: 0,
        cannotUndo: [],
      })
    }
  })
})
