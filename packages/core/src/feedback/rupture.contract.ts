import { z } from 'zod'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { agreementId, memberId, participantId, relationId, ruptureId, signalId } from '../shared/ids.ts'
import { noteMoments } from '../shared/note-moment.ts'
import { bilingual, spoken } from '../shared/spoken.schema.ts'
import { text } from '../shared/text-input.ts'
import {
  ruptureKinds,
  ruptureMarkers,
  ruptureOutcomes,
  ruptureSteps,
  salienceFrom,
  salienceTo,
} from './rupture.ts'

const inRelation = z.object({ relation: relationId })
const ofRupture = inRelation.extend({ rupture: ruptureId })
const version = z.int().min(1).max(2_147_483_646)
const refusals = ['not-signed-in', 'not-allowed', 'not-found'] as const

export const ruptureStep = z.object({
  step: z.enum(ruptureSteps),
  state: z.enum(['done', 'skipped']),
  /** What was said or done, or why it was passed over. Always empty at `own-part`: that is the author's alone. */
  text: z.string(),
  at: z.iso.datetime(),
  by: memberId,
})
export type TakenRuptureStep = z.infer<typeof ruptureStep>

/** Strain in a collaboration as a colleague wrote it down, and how repair goes. */
export const rupture = z.object({
  id: ruptureId,
  /** With whom. */
  participant: participantId,
  kind: z.enum(ruptureKinds),
  markers: z.array(z.enum(ruptureMarkers)),
  /** How clear it was, 1–5; null when not said. */
  salience: z.int().min(salienceFrom).max(salienceTo).nullable(),
  text: z.string(),
  /** Whether it was written by whoever asks. */
  isMine: z.boolean(),
  noticedAt: z.iso.datetime(),
  /** Since when it is part of the file; null while it is its author's alone. */
  sharedAt: z.iso.datetime().nullable(),
  /** When it goes by itself unless it is changed before; null once it is part of the file. */
  removedAt: z.iso.datetime().nullable(),
  steps: z.array(ruptureStep),
  agreement: agreementId.nullable(),
  /** The day to look back, as YYYY-MM-DD. */
  reviewOn: z.iso.date().nullable(),
  outcome: z.enum(ruptureOutcomes).nullable(),
  closedAt: z.iso.datetime().nullable(),
  /** Grows with each change of what was noticed: an edit names the version it started from. */
  version: z.int(),
})
export type Rupture = z.infer<typeof rupture>

const noticed = {
  kind: z.enum(ruptureKinds),
  markers: z.array(z.enum(ruptureMarkers)).max(ruptureMarkers.length),
  salience: z.int().min(salienceFrom).max(salienceTo).nullable(),
  text: text(2000),
}

/** A step as somebody does it, passes it over or takes it back. */
const stepInput = z.strictObject({
  state: z.enum(['done', 'skipped', 'open']),
  text: text(2000),
  /** With the step `agree`: the agreement, made beforehand as any other, and the day to look back. */
  agreement: agreementId.nullable(),
  reviewOn: z.iso.date().nullable(),
  /** With the step `outcome`. */
  outcome: z.enum(ruptureOutcomes).nullable(),
})
export type RuptureStepInput = z.infer<typeof stepInput>

/** What helps at a step: something to say aloud, or what to do, for one kind of rupture or for both. */
export const repairHint = z.strictObject({
  id: z.string(),
  step: z.enum(ruptureSteps),
  kind: z.enum([...ruptureKinds, 'both']),
  /** At once (explain, change, clear up) or exploring together what happens between people (domain.md §3.3). */
  way: z.enum(['immediate', 'exploratory']),
  say: spoken.nullable(),
  hint: bilingual,
})
export type RepairHint = z.infer<typeof repairHint>

/** A question to oneself, for a moment. */
export const journalPrompt = z.strictObject({ id: z.string(), moment: z.enum(noteMoments), text: bilingual })
export type JournalPrompt = z.infer<typeof journalPrompt>

export const ruptureEndpoints = {
  reflectionTexts: {
    id: 'getReflectionTexts',
    method: 'GET',
    path: '/api/reflection-texts',
    summary: 'Sentences and hints for each step of repair, and questions to oneself for each moment',
    response: z.object({ hints: z.array(repairHint), prompts: z.array(journalPrompt) }),
    errors: ['not-signed-in', 'not-allowed'],
  },
  listRuptures: {
    id: 'listRuptures',
    method: 'GET',
    path: '/api/relations/:relation/ruptures',
    summary: 'Strain in one collaboration: what was shared, and what is one’s own; newest first',
    params: inRelation,
    response: z.object({ ruptures: z.array(rupture) }),
    errors: [...refusals],
  },
  ruptureReviews: {
    id: 'listRuptureReviews',
    method: 'GET',
    path: '/api/rupture-reviews',
    summary: 'Repairs to look back at within a week, in all collaborations of oneself',
    response: z.object({
      reviews: z.array(
        z.object({
          rupture: ruptureId,
          relation: relationId,
          title: z.string(),
          name: z.string(),
          reviewOn: z.iso.date(),
        }),
      ),
    }),
    errors: ['not-signed-in', 'not-allowed'],
  },
  noticeRupture: {
    id: 'noticeRupture',
    method: 'POST',
    path: '/api/relations/:relation/ruptures',
    summary: 'Write down that something chafes. Signals it began with are closed as discussed.',
    params: inRelation,
    body: z.strictObject({
      id: ruptureId,
      participant: participantId,
      ...noticed,
      /** True: part of the file at once. False: one’s own until it is shared. */
      shared: z.boolean(),
      signals: z.array(signalId).max(20),
    }),
    response: rupture,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  changeRupture: {
    id: 'changeRupture',
    method: 'PUT',
    path: '/api/relations/:relation/ruptures/:rupture',
    summary: 'Change what was noticed. Sending the same again changes nothing.',
    params: ofRupture,
    body: z.strictObject({ ...noticed, version }),
    response: rupture,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  shareRupture: {
    id: 'shareRupture',
    method: 'POST',
    path: '/api/relations/:relation/ruptures/:rupture/shared',
    summary:
      'Make it part of the file: everybody who takes part reads it, and the person it is about may ask for it',
    params: ofRupture,
    body: z.strictObject({ version }),
    response: rupture,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  stepRupture: {
    id: 'stepRupture',
    method: 'PUT',
    path: '/api/relations/:relation/ruptures/:rupture/steps/:step',
    summary: 'Do a step of repair, pass it over with a reason, or take it back',
    params: ofRupture.extend({ step: z.enum(ruptureSteps) }),
    body: stepInput,
    response: rupture,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  removeRupture: {
    id: 'removeRupture',
    method: 'DELETE',
    path: '/api/relations/:relation/ruptures/:rupture',
    summary: 'Remove what was never shared',
    params: ofRupture,
    response: done,
    errors: [...refusals, 'conflict'],
  },
} as const satisfies Record<string, Endpoint>

export const repairFile = z.strictObject({ hints: z.array(repairHint).min(1) })
export const journalFile = z.strictObject({ prompts: z.array(journalPrompt).min(1) })
