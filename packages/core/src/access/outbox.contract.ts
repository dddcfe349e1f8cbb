import { z } from 'zod'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { mailMessageId } from '../shared/ids.ts'
import { type MailProblem, mailProblems } from '../shared/mail-problem.ts'

/** A mail that waits to be sent, or that could not be. */
export const outboxMessage = z.object({
  id: mailMessageId,
  kind: z.string(),
  to: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  /** To copy and pass on; null for what signs somebody in or lets her answer: that is for nobody else. */
  text: z.string().nullable(),
  state: z.enum(['waiting', 'failed']),
  createdAt: z.iso.datetime(),
  attempts: z.number().int().nonnegative(),
  problem: z.enum(Object.keys(mailProblems) as MailProblem[]).nullable(),
  /** Whether sending can be tried again; a sign-in link is asked for again instead. */
  canRetry: z.boolean(),
})
export type OutboxMessage = z.infer<typeof outboxMessage>

export const outbox = z.object({
  /** False where no mail server is set: then everything stays here until somebody passes it on. */
  canSend: z.boolean(),
  /** Newest first, at most 200. */
  messages: z.array(outboxMessage),
})
export type Outbox = z.infer<typeof outbox>

const message = z.object({ message: mailMessageId })
const refusals = ['not-signed-in', 'not-allowed', 'not-found'] as const

export const outboxEndpoints = {
  outbox: {
    id: 'getOutbox',
    method: 'GET',
    path: '/api/outbox',
    summary: 'Mails that wait or could not be sent, for the administrator',
    response: outbox,
    errors: ['not-signed-in', 'not-allowed'],
  },
  testMail: {
    id: 'sendTestMail',
    method: 'POST',
    path: '/api/outbox/test',
    summary: 'Send a mail to oneself, to see whether mail works',
    response: done,
    errors: ['not-signed-in', 'not-allowed'],
  },
  retryMail: {
    id: 'retryMail',
    method: 'POST',
    path: '/api/outbox/:message/retry',
    summary: 'Try again to send a mail that was given up',
    params: message,
    response: done,
    errors: [...refusals, 'conflict'],
  },
  removeMail: {
    id: 'removeMail',
    method: 'DELETE',
    path: '/api/outbox/:message',
    summary: 'Remove a mail: it was passed on in another way, or need not be sent',
    params: message,
    response: done,
    errors: [...refusals],
  },
} as const satisfies Record<string, Endpoint>
