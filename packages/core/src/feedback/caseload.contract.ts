import { z } from 'zod'
import { participant } from '../relation/relation.contract.ts'
import type { Endpoint } from '../shared/endpoint.ts'
import { relationId } from '../shared/ids.ts'
import { bilingual } from '../shared/spoken.schema.ts'
import { signal } from './feedback.contract.ts'

/** One line of one's own caseload: who it is, why she comes first, and when she was seen. */
const caseloadLine = z.object({
  id: relationId,
  title: z.string(),
  participants: z.array(participant.pick({ id: true, name: true, voice: true })),
  /** What asks for a talk, the leading signal first. */
  signals: z.array(signal),
  lastContactAt: z.iso.datetime().nullable(),
  nextContactAt: z.iso.datetime().nullable(),
  /** Whole days since the last contact, or since it began. */
  unseenDays: z.int(),
  /** Whether that is said as a reason to think of her. */
  isUnseen: z.boolean(),
})
export type CaseloadLine = z.infer<typeof caseloadLine>

const refusals = ['not-signed-in', 'not-allowed'] as const

/** Only one’s own collaborations: nobody reads the caseload of another, and nothing here holds two people side by side. */
export const caseloadEndpoints = {
  caseload: {
    id: 'getCaseload',
    method: 'GET',
    path: '/api/caseload',
    summary:
      'My collaborations that are going on: who asks for attention and why, and whom I did not see for long',
    scope: 'relations:read',
    query: z.object({ from: z.coerce.number().int().min(0).max(1_000_000).default(0) }),
    response: z.object({
      relations: z.array(caseloadLine),
      total: z.int(),
      /** How many ask for a talk, and how many were not seen for long besides. */
      asking: z.int(),
      unseen: z.int(),
      /** Where the next page begins, or null at the end. */
      next: z.int().nullable(),
      itemLabels: z.record(z.string(), bilingual),
    }),
    errors: [...refusals, 'invalid-input'],
  },
  coverage: {
    id: 'getCoverage',
    method: 'GET',
    path: '/api/caseload/coverage',
    summary: 'Of how many contacts in my collaborations I heard how they were; for myself alone',
    scope: 'relations:read',
    response: z.object({
      contacts: z.int(),
      checked: z.int(),
      /** Null below ten contacts: counts say enough. */
      percent: z.int().nullable(),
      days: z.int(),
    }),
    errors: [...refusals],
  },
} as const satisfies Record<string, Endpoint>
