import type {
  Agreement,
  agreement,
  Invitation,
  invitation,
  RelationFeedback,
  Response,
  response,
  Signal,
  signal,
} from '@weerklank/core/feedback/feedback.contract'
import { buildInstrument } from '@weerklank/core/feedback/instrument.factory'
import type { Contact, contact, Participant, participant } from '@weerklank/core/relation/relation.contract'
import type { z } from 'zod'
import type { Seen } from '../language/use-seen.ts'

/** Thursday 19 November 2026, half past nine in Amsterdam. */
export const seenNl: Seen = {
  language: 'nl',
  timeZone: 'Europe/Amsterdam',
  now: '2026-11-19T08:30:00.000Z',
  today: '2026-11-19',
}
export const seenEn: Seen = { ...seenNl, language: 'en' }

/** Parts of what the server answers, for tests: give what the test is about. Ids may be short words. */
type Parts<Schema extends z.ZodType> = Partial<z.input<Schema>>

let count = 0
function nextId(): string {
  count += 1
  return `id-${count}`
}

export function buildParticipant(parts: Parts<typeof participant> = {}): Participant {
  const id = parts.id ?? nextId()
  const whole = {
    name: id,
    voice: 'client',
    detail: '',
    address: 'u',
    language: 'nl',
    member: null,
    active: true,
  }
  return { ...whole, id, ...parts } as Participant
}

export function buildResponse(parts: Parts<typeof response> = {}): Response {
  const whole = {
    id: nextId(),
    participant: 'lina',
    contact: null,
    instrument: 'test',
    instrumentVersion: 1,
    answers: { heard: 7, what: 7, how: 7, whole: 7 },
    openText: '',
    answeredAt: '2026-11-17T09:30:00.000Z',
  }
  return { ...whole, ...parts } as Response
}

export function buildInvitation(parts: Parts<typeof invitation> = {}): Invitation {
  const whole = {
    id: nextId(),
    participant: 'lina',
    contact: null,
    sentAt: '2026-11-17T09:00:00.000Z',
    status: 'open',
    expiresAt: '2026-12-01T09:00:00.000Z',
  }
  return { ...whole, ...parts } as Invitation
}

export function buildSignal(parts: Parts<typeof signal> = {}): Signal {
  const whole = {
    id: nextId(),
    participant: 'lina',
    response: null,
    finding: { rule: 'below-cutoff', score: 6.1, cutoff: 6.5 },
    openedAt: '2026-11-17T09:30:00.000Z',
    outcome: null,
    closedAt: null,
    note: '',
  }
  return { ...whole, ...parts } as Signal
}

export function buildAgreement(parts: Parts<typeof agreement> = {}): Agreement {
  const whole = {
    id: nextId(),
    text: 'Als we starten, dan zegt Lina eerst wat zij wil.',
    participants: ['lina'],
    madeAt: '2026-11-05T10:00:00.000Z',
    state: 'to-ask',
    askBack: true,
    echoes: [],
  }
  return { ...whole, ...parts } as Agreement
}

export function buildContact(parts: Parts<typeof contact> = {}): Contact {
  const whole = { id: nextId(), kind: 'contact', at: '2026-11-17T09:00:00.000Z', place: '', summary: '' }
  return { ...whole, ...parts } as Contact
}

export function buildFeedback(parts: Partial<RelationFeedback> = {}): RelationFeedback {
  return {
    instruments: [buildInstrument()],
    responses: [],
    invitations: [],
    signals: [],
    agreements: [],
    openers: [],
    ...parts,
  }
}
