/** One good request per endpoint of the mutual picture (see test-requests.ts). */
import type { mutualEndpoints } from '@weerklank/core/feedback/mutual.contract'
import type { Running } from './test-running.ts'
import type { buildStory } from './test-story.ts'

type Story = Awaited<ReturnType<typeof buildStory>>

/** As in test-requests.ts, which takes these up. */
type Row = {
  reaches: 'relation'
  parts: (app: Running, story: Story) => { params: Record<string, string>; body?: Record<string, unknown> }
  wrong: [field: string, value: unknown] | null
  audit: string
}

const inRelation = (story: Story) => ({ relation: story.relation.id })

type Id = (typeof mutualEndpoints)[keyof typeof mutualEndpoints]['id']

export const mutualRequests: Readonly<Record<Id, Row>> = {
  getMutualPictures: {
    reaches: 'relation',
    parts: (_, story) => ({ params: inRelation(story) }),
    wrong: null,
    audit: 'mutual.read',
  },
  askMutualPicture: {
    reaches: 'relation',
    parts: (app, story) => ({
      params: inRelation(story),
      body: {
        ...{ id: app.world.newId(), client: story.lina.id, contact: story.contact },
        professional: story.relation.relation.participants.find(
          (one) => one.member === story.colleague.member,
        )?.id,
      },
    }),
    wrong: ['client', 'lina'],
    audit: 'mutual.asked',
  },
  answerMutualPicture: {
    reaches: 'relation',
    parts: (_, story) => ({
      params: { ...inRelation(story), picture: story.waitingPicture },
      body: { answers: { goals: 7.5 }, openText: 'Ik wil rustiger.' },
    }),
    wrong: ['answers', 'veel'],
    audit: 'mutual.answered',
  },
  guessMutualPicture: {
    reaches: 'relation',
    parts: (_, story) => ({
      params: { ...inRelation(story), picture: story.halfwayPicture },
      body: { guess: { goals: 4 } },
    }),
    wrong: ['guess', 'veel'],
    audit: 'mutual.guessed',
  },
  declineMutualPicture: {
    reaches: 'relation',
    parts: (_, story) => ({ params: { ...inRelation(story), picture: story.waitingPicture } }),
    wrong: null,
    audit: 'mutual.declined',
  },
}
