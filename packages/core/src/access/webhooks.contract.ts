import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { relationId, webhookDeliveryId, webhookId } from '../shared/ids.ts'
import { requiredText } from '../shared/text-input.ts'
import { webhookEvents, webhookProblems } from './webhook.ts'

const event = z.enum(webhookEvents)
const state = z.enum(['on', 'stopped', 'failing'])

const webhook = z.object({
  id: webhookId,
  url: z.string(),
  events: z.array(event),
  createdAt: z.string(),
  /** `failing`: switched off because nothing arrived for days. */
  state,
  failingSince: z.string().nullable(),
})
export type Webhook = z.infer<typeof webhook>

const webhooks = z.object({
  mayMake: z.boolean(),
  /** Whether http to this machine is accepted too. */
  thisMachine: z.boolean(),
  own: z.array(webhook),
  /** Those of all others, for whoever administers the workspace; null for everybody else. */
  others: z.array(webhook.extend({ by: z.string() })).nullable(),
})
export type Webhooks = z.infer<typeof webhooks>

const tried = z.object({
  at: z.string(),
  status: z.int().nullable(),
  problem: z.enum(webhookProblems).nullable(),
  ms: z.int(),
})

const delivery = z.object({
  id: webhookDeliveryId,
  event,
  at: z.string(),
  relation: relationId,
  state: z.enum(['waiting', 'delivered', 'given-up']),
  tries: z.array(tried),
})
export type WebhookDelivery = z.infer<typeof delivery>

const deliveries = z.object({ deliveries: z.array(delivery) })
export type WebhookDeliveries = z.infer<typeof deliveries>

const errors = ['not-signed-in', 'not-allowed'] as const
const one = z.object({ webhook: webhookId })
const scope = 'webhooks:manage'

export const webhookEndpoints = {
  webhooks: {
    id: 'listWebhooks',
    method: 'GET',
    path: '/api/webhooks',
    summary: 'Which of one’s own programs are told what; for an administrator those of all',
    scope,
    response: webhooks,
    errors,
  },
  makeWebhook: {
    id: 'makeWebhook',
    method: 'POST',
    path: '/api/webhooks',
    summary: 'Have a program be told; the secret by which it knows us is in this answer and nowhere else',
    scope,
    body: z.strictObject({
      url: requiredText(2_000),
      events: z
        .array(event)
        .min(1)
        .max(webhookEvents.length)
        .transform((all) => [...new Set(all)]),
    }),
    response: z.object({ id: webhookId, secret: z.string(), webhooks }),
    errors: [...errors, 'invalid-input'],
  },
  switchWebhook: {
    id: 'switchWebhook',
    method: 'PUT',
    path: '/api/webhooks/:webhook',
    summary: 'Switch messages off, or on again',
    scope,
    params: one,
    body: z.strictObject({ on: z.boolean() }),
    response: webhooks,
    errors: [...errors, 'invalid-input', 'not-found'],
  },
  removeWebhook: {
    id: 'removeWebhook',
    method: 'DELETE',
    path: '/api/webhooks/:webhook',
    summary: 'Tell a program nothing any more; the log of its messages goes too',
    scope,
    params: one,
    response: webhooks,
    errors: [...errors, 'not-found'],
  },
  deliveries: {
    id: 'listWebhookDeliveries',
    method: 'GET',
    path: '/api/webhooks/:webhook/deliveries',
    summary: 'The last fifty messages to one’s own program, with each time they were tried',
    scope,
    params: one,
    response: deliveries,
    errors: [...errors, 'not-found'],
  },
  sendAgain: {
    id: 'sendWebhookAgain',
    method: 'POST',
    path: '/api/webhooks/:webhook/deliveries/:delivery/send',
    summary: 'Send a message again',
    scope,
    params: one.extend({ delivery: webhookDeliveryId }),
    response: deliveries,
    errors: [...errors, 'not-found'],
  },
} as const satisfies Record<string, Endpoint>
