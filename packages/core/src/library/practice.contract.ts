import { z } from 'zod'
import { relationContexts, relationKinds, situations } from '../relation/relation.ts'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { practiceAdditionId, practiceStoryId } from '../shared/ids.ts'
import { requiredText, text } from '../shared/text-input.ts'
import {
  practiceAdditionAtMost,
  practiceAdditionKinds,
  practicePartAtMost,
  practiceParts,
  practiceTicks,
} from './practice.ts'

const moment = z.iso.datetime()
const count = z.int().min(0)
const part = text(practicePartAtMost)

const setting = {
  kind: z.enum(relationKinds),
  context: z.enum(relationContexts).nullable(),
  situation: z.enum(situations).nullable(),
}

const body = z.strictObject({
  did: part,
  behaviour: part,
  attitude: part,
  communication: part,
  brought: part,
  conditions: part,
})

const story = z.object({
  id: practiceStoryId,
  ...setting,
  body,
  standing: z.enum(['draft', 'shared', 'hidden']),
  /** Of a colleague who ended her account too: she wrote it. */
  author: z.string(),
  isMine: z.boolean(),
  /** The day of sharing; of what is not shared, of the last change. */
  at: moment,
  iRecognise: z.boolean(),
})
export type PracticeStory = z.infer<typeof story>

const addition = z.object({
  id: practiceAdditionId,
  kind: z.enum(practiceAdditionKinds),
  text: z.string(),
  author: z.string(),
  isMine: z.boolean(),
  at: moment,
  /** Out of sight for others, because a colleague knew somebody again: its author can take it back and write it anew. */
  isHidden: z.boolean(),
})
export type PracticeAddition = z.infer<typeof addition>

/** Numbers stand with one story only: a list of authors with numbers would be an order of people. */
const detail = story.extend({
  /** Rises with each change; who changes something says which one she saw. */
  version: z.int(),
  /** How many colleagues know this from their own work; never who. */
  recognised: count,
  list: z.array(addition),
})
export type PracticeDetail = z.infer<typeof detail>

const concern = z.object({
  part: z.enum(practiceParts),
  word: z.string(),
  kind: z.enum(['word', 'date', 'age', 'number', 'address']),
  /** Somebody with whom she works: to be changed, whatever she decides. */
  isHers: z.literal(true).optional(),
})

/** Words that the author decided are nobody. */
const kept = z.array(z.string().max(200)).max(200)

/** So many stories come at once. */
export const practiceAtOnce = 30

const params = z.object({ story: practiceStoryId })
const additionParams = params.extend({ addition: practiceAdditionId })
const seen = { version: z.int().min(1).max(1_000_000) }
const refusals = ['not-signed-in', 'not-allowed', 'not-found'] as const
const changes = [...refusals, 'invalid-input', 'conflict'] as const

export const practiceEndpoints = {
  list: {
    id: 'listPractice',
    method: 'GET',
    path: '/api/practice',
    summary:
      'What colleagues shared of their practice, the last shared first and in no other order, and one’s own stories',
    query: z.object({
      kind: z.enum(relationKinds).optional(),
      context: z.enum(relationContexts).optional(),
      situation: z.enum(situations).optional(),
      from: z.coerce.number().int().min(0).max(100_000).optional(),
    }),
    response: z.object({
      own: z.array(story),
      shared: z.array(story),
      total: count,
      /** Whether she reads stories of colleagues, and shares her own. */
      takesPart: z.boolean(),
    }),
    errors: ['not-signed-in', 'not-allowed', 'invalid-input'],
  },
  count: {
    id: 'countPractice',
    method: 'GET',
    path: '/api/practice/count',
    summary:
      'How many stories of colleagues fit a setting, or the nearest wider one for which there are any; nothing of what they say',
    query: z.object({
      kind: z.enum(relationKinds),
      context: z.enum(relationContexts).optional(),
      situation: z.enum(situations).optional(),
    }),
    response: z.object({ count, ...setting }),
    errors: ['not-signed-in', 'invalid-input'],
  },
  read: {
    id: 'readPractice',
    method: 'GET',
    path: '/api/practice/:story',
    summary: 'One story of practice with what colleagues added',
    params,
    response: detail,
    errors: refusals,
  },
  save: {
    id: 'savePractice',
    method: 'PUT',
    path: '/api/practice/:story',
    summary:
      'Keep a story for oneself; the id is made by the sender. What is shared is withdrawn first. The same again changes nothing.',
    params,
    body: z.strictObject({ ...setting, body, version: z.int().min(0).max(1_000_000) }),
    response: detail,
    errors: changes,
  },
  check: {
    id: 'checkPractice',
    method: 'POST',
    path: '/api/practice/:story/check',
    summary: 'What in a story of one’s own may point at somebody',
    params,
    body: z.strictObject({}),
    response: z.object({ concerns: z.array(concern) }),
    errors: [...refusals, 'invalid-input'],
  },
  share: {
    id: 'sharePractice',
    method: 'POST',
    path: '/api/practice/:story/share',
    summary:
      'Share a story with the colleagues here. Refused while something in it may point at somebody and was not decided on.',
    params,
    body: z.strictObject({ ...seen, kept, ticks: z.array(z.enum(practiceTicks)).max(practiceTicks.length) }),
    response: detail,
    errors: changes,
  },
  withdraw: {
    id: 'withdrawPractice',
    method: 'POST',
    path: '/api/practice/:story/withdraw',
    summary: 'Take a story back from colleagues: it is one’s own again, and can be changed',
    params,
    body: z.strictObject(seen),
    response: detail,
    errors: changes,
  },
  remove: {
    id: 'removePractice',
    method: 'DELETE',
    path: '/api/practice/:story',
    summary: 'Remove a story of one’s own with all that colleagues added to it',
    params,
    response: done,
    errors: refusals,
  },
  recognise: {
    id: 'recognisePractice',
    method: 'PUT',
    path: '/api/practice/:story/recognised',
    summary:
      'Say that one knows this from one’s own work, or take that back. Who said so is shown to nobody.',
    params,
    body: z.strictObject({ recognised: z.boolean() }),
    response: detail.pick({ recognised: true, iRecognise: true }),
    errors: [...refusals, 'invalid-input'],
  },
  add: {
    id: 'addToPractice',
    method: 'PUT',
    path: '/api/practice/:story/additions/:addition',
    summary:
      'Add to a story of a colleague. Refused while something in it may point at somebody and was not decided on.',
    params: additionParams,
    body: z.strictObject({
      kind: z.enum(practiceAdditionKinds),
      text: requiredText(practiceAdditionAtMost),
      kept,
    }),
    response: z.object({
      /** What may point at somebody; with one of them nothing was added. */
      concerns: z.array(concern.omit({ part: true })),
      story: detail,
    }),
    errors: changes,
  },
  removeAddition: {
    id: 'removePracticeAddition',
    method: 'DELETE',
    path: '/api/practice/:story/additions/:addition',
    summary: 'Take back what one added',
    params: additionParams,
    response: detail,
    errors: refusals,
  },
  takeDown: {
    id: 'takeDownPractice',
    method: 'POST',
    path: '/api/practice/:story/take-down',
    summary:
      'Say that one knows a client again in a story or an addition of a colleague: it is out of sight at once, until its author changed it',
    params,
    body: z.strictObject({ addition: practiceAdditionId.nullable() }),
    response: done,
    errors: [...refusals, 'invalid-input'],
  },
} as const satisfies Record<string, Endpoint>
