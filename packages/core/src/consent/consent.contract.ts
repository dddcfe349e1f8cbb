import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { consentEventId, personId, relationId } from '../shared/ids.ts'
import { languages } from '../shared/language.ts'
import {
  consentDecisions,
  consentMethods,
  deciderRoles,
  legalBases,
  purposes,
  readingLevels,
} from './consent.ts'
import { consentWording } from './consent-text.schema.ts'

const instant = z.iso.datetime()
const awaitedWhy = z.enum(['not-answered', 'not-confirmed', 'came-of-age', 'new-text', 'said-no-since'])
const awaited = z.discriminatedUnion('who', [
  z.object({ who: z.literal('self'), person: personId, why: awaitedWhy }),
  /** `person` is null when no parent with authority is known. */
  z.object({ who: z.literal('parent'), person: personId.nullable(), why: awaitedWhy }),
])

/** Where one person stands for one purpose; see `ConsentStatus`. */
export const consentStatus = z.discriminatedUnion('state', [
  z.object({ state: z.literal('not-offered'), why: z.enum(['no-names-kept', 'under-12', 'from-16']) }),
  z.object({ state: z.literal('not-asked'), waitingFor: z.array(awaited), assentOpen: z.boolean() }),
  z.object({
    state: z.literal('waiting'),
    since: instant,
    waitingFor: z.array(awaited),
    assentOpen: z.boolean(),
  }),
  z.object({ state: z.literal('given'), since: instant, by: z.array(personId), assentOpen: z.boolean() }),
  z.object({ state: z.enum(['refused', 'withdrawn']), since: instant, by: z.array(personId) }),
])

/** A text as one reader gets it, with what has to be sent back with a decision. */
export const consentTextShown = z.object({
  version: z.int(),
  level: z.enum(readingLevels),
  language: z.enum(languages),
  wording: consentWording,
})

/** Someone who has a say in a choice, with her last word. */
export const consentDecider = z.object({
  person: personId,
  name: z.string(),
  as: z.enum(deciderRoles),
  /** A child under 12: asked too, her yes is not needed, her no counts. */
  assent: z.boolean(),
  /** The same text as she reads it: a parent's for a parent, a child's for a child. */
  text: consentTextShown,
  said: z
    .object({
      decision: z.enum(consentDecisions),
      at: instant,
      method: z.enum(consentMethods),
      textVersion: z.int(),
    })
    .nullable(),
})

/** One purpose of one person: what is asked, where it stands, who decides, and what that does. */
export const consentChoice = z.object({
  purpose: z.enum(purposes),
  basis: z.enum(legalBases),
  asking: z.enum(['consent', 'voluntary', 'told']),
  text: consentTextShown,
  status: consentStatus,
  deciders: z.array(consentDecider),
  /** Whether new content may be made or used now. */
  mayUse: z.boolean(),
  /** What happens with the content that is there. */
  content: z.enum(['in-use', 'on-hold', 'removed']),
})
export type ConsentChoice = z.infer<typeof consentChoice>

/** All choices of one person, in the order of `purposes`. */
export const personConsent = z.object({
  person: personId,
  name: z.string(),
  /** What the rules made of her age: the date of birth itself stays where it is. */
  ageBand: z.enum(['child', 'youth', 'alone']),
  choices: z.array(consentChoice),
})
export type PersonConsent = z.infer<typeof personConsent>

/** Something that was given away, or published, before it was taken back here. */
export const leftBefore = z.object({ kind: z.enum(['published', 'export']), title: z.string(), at: instant })

/** What a withdrawal did; see `WithdrawalPlan`. `lines` say it in the reader's words. */
export const consentReceipt = z.object({
  at: instant,
  plan: z.object({
    purpose: z.enum(purposes),
    deletes: z.int().min(0),
    detaches: z.int().min(0),
    stays: z.int().min(0),
    cannotUndo: z.array(leftBefore),
  }),
  lines: z.array(z.string()),
})
export type ConsentReceipt = z.infer<typeof consentReceipt>

const textVersion = z.int().min(1).max(10_000)

const decision = {
  /** Made by the sender: a repeat is the same word. */
  id: consentEventId,
  purpose: z.enum(purposes),
  decision: z.enum(consentDecisions),
  /** The version that was read. */
  textVersion,
  readingLevel: z.enum(readingLevels),
  language: z.enum(languages),
}

/** A choice made on one's own page, for oneself or as a parent for a child. */
export const ownDecision = z.strictObject({ ...decision, person: personId })
export type OwnDecision = z.infer<typeof ownDecision>

/** A choice that someone spoke or signed, written down by a professional. */
export const recordedDecision = z.strictObject({
  ...decision,
  method: z.enum(['spoken', 'paper']),
  decidedAs: z.enum(deciderRoles),
  decidedBy: personId,
})
export type RecordedDecision = z.infer<typeof recordedDecision>

const relationParams = z.object({ relation: relationId })

export const consentEndpoints = {
  recordConsent: {
    id: 'recordConsent',
    method: 'POST',
    path: '/api/relations/:relation/consent/:person',
    summary: 'Write down what someone chose, spoken or on paper. A no works at once and gives a receipt.',
    params: relationParams.extend({ person: personId }),
    body: recordedDecision,
    response: z.object({ choice: consentChoice, receipt: consentReceipt.nullable() }),
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'conflict'],
  },
} as const satisfies Record<string, Endpoint>
