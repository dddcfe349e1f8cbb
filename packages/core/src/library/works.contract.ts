import { z } from 'zod'
import { relationContexts, relationKinds, situations } from '../relation/relation.ts'
import type { Endpoint } from '../shared/endpoint.ts'
import { relationId, trajectoryId } from '../shared/ids.ts'
import { worksSources } from './works.ts'

const share = z.number().min(0).max(1)

const place = {
  kind: z.enum(relationKinds).nullable(),
  context: z.enum(relationContexts).nullable(),
  situation: z.enum(situations).nullable(),
}

/** One group of people on whom one kind of deed followed, or that nothing may be told of it. */
const group = z.object({
  ...place,
  result: z.discriminatedUnion('status', [
    z.object({ status: z.literal('hidden') }),
    z.object({
      status: z.literal('shown'),
      people: z.int(),
      higher: z.int(),
      same: z.int(),
      lower: z.int(),
      /** Of how many they still lay higher, less what was rising before. */
      still: z.int(),
      estimate: z.object({ value: share, from: share, to: share, own: share }),
      leavesOut: z.boolean(),
    }),
  ]),
})
export type ToldGroup = z.infer<typeof group>

/** Agreements, repairs, goals, the talks of one format, or one exercise. */
const deedName = z.string().regex(/^(agreement|repair|goal|(format|exercise):[a-z0-9-]{1,80})$/)
const source = z.enum(worksSources)

const told = z.object({
  /** Whom it counts: people of collaborations, teams, or people who learn. */
  source,
  deed: deedName,
  /** Of a format or an exercise, what it is called; null of the others, and of one that is no longer there. */
  name: z.object({ nl: z.string(), en: z.string() }).nullable(),
  toldAt: z.string(),
  /** Everybody together first; by name, never by outcome. */
  groups: z.array(group),
})
export type ToldDeed = z.infer<typeof told>

/** What a claim rests on, where the reader takes part herself. */
const evidence = z.discriminatedUnion('source', [
  z.object({
    source: z.literal('collaboration'),
    relation: relationId,
    title: z.string(),
    at: z.string(),
    before: z.int(),
    after: z.int(),
    /** Whether the checks after it lay higher, about the same, or lower. */
    way: z.enum(['higher', 'same', 'lower']),
  }),
  // What people answered is told by the team's own pages, as far as it is told: here only that it was done, and where.
  z.object({ source: z.literal('team'), relation: relationId, title: z.string(), at: z.string() }),
  z.object({ source: z.literal('trajectory'), trajectory: trajectoryId, title: z.string() }),
])
export type Evidence = z.infer<typeof evidence>

export const worksEndpoints = {
  whatWorks: {
    id: 'whatWorks',
    method: 'GET',
    path: '/api/library/works',
    summary:
      'What followed on agreements, repairs, talks and exercises here, per group of five people or teams or more. It is no proof',
    response: z.object({ deeds: z.array(told) }),
    errors: ['not-signed-in', 'not-allowed'],
  },
  evidence: {
    id: 'whatWorksEvidence',
    method: 'GET',
    path: '/api/library/works/evidence',
    summary:
      'What a claim rests on in the collaborations, teams and trajectories in which the reader takes part, the latest first',
    query: z.object({
      source: source.default('collaboration'),
      deed: deedName,
      kind: z.enum(relationKinds).optional(),
      context: z.enum(relationContexts).optional(),
      situation: z.enum(situations).optional(),
    }),
    response: z.object({ evidence: z.array(evidence) }),
    errors: ['not-signed-in', 'not-allowed', 'invalid-input'],
  },
} as const satisfies Record<string, Endpoint>
