import { describe, expect, it } from 'vitest'
import type { ConsentEventId, PersonId } from '../shared/ids.ts'
import {
  consentEndpoints,
  consentReceipt,
  consentStatus,
  ownDecision,
  recordedDecision,
} from './consent.contract.ts'
import { type ConsentStatus, consentStates, purposes } from './consent.ts'
import { consentState } from './consent-state.ts'
import { withdrawalPlan } from './purpose.ts'

const person = '01234567-89ab-7def-8123-456789abcdef' as PersonId
const event = '01234567-89ab-7def-8123-456789abcde0' as ConsentEventId
const at = '2026-11-22T10:00:00.000Z'

describe('the shape of a status', () => {
  const statuses: ConsentStatus[] = [
    { state: 'not-offered', why: 'no-names-kept' },
    { state: 'not-asked', waitingFor: [{ who: 'self', person, why: 'not-answered' }], assentOpen: false },
    {
      state: 'waiting',
      since: at,
      waitingFor: [{ who: 'parent', person: null, why: 'not-answered' }],
      assentOpen: true,
    },
    { state: 'given', since: at, by: [person], assentOpen: false },
    { state: 'refused', since: at, by: [person] },
    { state: 'withdrawn', since: at, by: [person] },
  ]
  it('takes every state the rules can give', () => {
    expect(statuses.map(({ state }) => state)).toEqual(consentStates)
    for (const status of statuses) expect(consentStatus.parse(status)).toEqual(status)
  })
  it('takes what the rules make of every purpose and age', () => {
    for (const purpose of purposes) {
      for (const bornOn of [null, '2020-01-01', '2013-01-01', '2000-01-01']) {
        const about = { person: { id: person, bornOn, parents: [] }, purpose, asksAgainFrom: 1 }
        const status = consentState([], { ...about, today: '2026-11-22', timeZone: 'Europe/Amsterdam' })
        expect(consentStatus.parse(status)).toEqual(status)
      }
    }
  })
  it('takes no waiting for a youth who is nobody', () => {
    const nobody = {
      state: 'waiting',
      since: at,
      assentOpen: false,
      waitingFor: [{ who: 'self', person: null, why: 'not-answered' }],
    }
    expect(consentStatus.safeParse(nobody).success).toBe(false)
  })
})

it('the receipt takes what a withdrawal does', () => {
  const plan = withdrawalPlan('research', {
    contentCount: 2,
    published: [{ title: 'Monitor', at }],
    exports: [],
  })
  expect(consentReceipt.parse({ at, plan, lines: ['x'] })).toEqual({ at, plan, lines: ['x'] })
})

describe('a decision', () => {
  const own = {
    id: event,
    purpose: 'research',
    decision: 'given',
    textVersion: 1,
    readingLevel: 'parent',
    language: 'nl',
    person,
  }
  const { person: _, ...spoken } = { ...own, method: 'spoken', decidedAs: 'parent', decidedBy: person }
  it('is taken from an own page, or as written down by a professional', () => {
    expect(ownDecision.parse(own)).toEqual(own)
    expect(recordedDecision.parse(spoken)).toEqual(spoken)
  })
  it.each<[string, object]>([
    ['a purpose that is none', { purpose: 'marketing' }],
    ['no decision', { decision: undefined }],
    ['a decision that is none', { decision: 'maybe' }],
    ['a version that is none', { textVersion: 0 }],
    ['a level that is none', { readingLevel: 'lawyer' }],
    ['a field it does not know', { at }],
  ])('refuses %s', (_, change) => {
    expect(ownDecision.safeParse({ ...own, ...change }).success).toBe(false)
    expect(recordedDecision.safeParse({ ...spoken, ...change }).success).toBe(false)
  })
  it('of an own page cannot be written down by someone else, or without a name', () => {
    expect(recordedDecision.safeParse({ ...spoken, method: 'own-page' }).success).toBe(false)
    expect(recordedDecision.safeParse({ ...spoken, decidedBy: undefined }).success).toBe(false)
    expect(recordedDecision.safeParse({ ...spoken, decidedAs: 'aunt' }).success).toBe(false)
  })
})

it('the endpoints name what their paths ask for', () => {
  for (const endpoint of Object.values(consentEndpoints)) {
    const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name)
    expect(Object.keys(endpoint.params.shape)).toEqual(names)
  }
})
