import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { formId, participantId, relationId } from '../shared/ids.ts'
import { rhythms } from './check-plan.ts'

const relationParams = z.object({ relation: relationId })

/** How often someone is asked by itself, and what she chose about it. */
export const checkPlan = z.object({
  participant: participantId,
  rhythm: z.enum(rhythms),
  everyWeeks: z.int(),
  /** For the rhythm `days`. */
  everyDays: z.int().nullable(),
  /** The first and the last day on which something is asked. */
  beginsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  /** What is asked; null is the contact check. */
  form: z.object({ id: formId, title: z.string() }).nullable(),
  weekends: z.boolean(),
  /** Empty: the link waits for the professional. */
  email: z.string(),
  /** Chosen by herself. */
  pausedUntil: z.iso.datetime().nullable(),
  stoppedAt: z.iso.datetime().nullable(),
  /** She, or who decides for her, does not want to be asked at all. */
  refuses: z.boolean(),
  /** How many questions and reminders went out by this plan in the last ninety days. */
  asked: z.int(),
  reminded: z.int(),
  lastAt: z.iso.datetime().nullable(),
  /** When the next question goes out, if nothing changes; null when none is coming. */
  nextAt: z.iso.datetime().nullable(),
})
export type CheckPlan = z.infer<typeof checkPlan>

export const planEndpoints = {
  plans: {
    id: 'getCheckPlans',
    method: 'GET',
    path: '/api/relations/:relation/plans',
    summary: 'How often the people of a collaboration are asked by itself, and what they chose about it',
    params: relationParams,
    response: z.object({
      plans: z.array(checkPlan),
      /** Without a mail server no letter goes out, whatever address is kept. */
      canMail: z.boolean(),
    }),
    scope: 'relations:read',
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
  savePlan: {
    id: 'saveCheckPlan',
    method: 'PUT',
    path: '/api/relations/:relation/plans/:participant',
    summary: 'Set how often someone is asked by itself. A pause or stop of her own stays as it is.',
    params: relationParams.extend({ participant: participantId }),
    body: z.strictObject({
      rhythm: z.enum(rhythms),
      everyWeeks: z.int().min(1).max(26),
      /** Only with the rhythm `days`, and then it has to be there. */
      everyDays: z.int().min(1).max(366).nullable().default(null),
      beginsOn: z.iso.date().nullable().default(null),
      endsOn: z.iso.date().nullable().default(null),
      /** Asks a form in place of the contact check; not after a contact, for a form is about none. */
      form: formId.nullable().default(null),
      weekends: z.boolean(),
      /** Her address, only when she said that she wants letters; empty otherwise. */
      email: z.union([z.literal(''), z.email().max(254)]),
    }),
    response: checkPlan,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'checks-refused'],
  },
} as const satisfies Record<string, Endpoint>
