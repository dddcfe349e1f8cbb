/** A program that is told what happens: a real server that a test starts. */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { webhookEndpoints } from '@weerklank/core/access/webhooks.contract'
import { runDueJobs } from '../jobs/jobs.ts'
import type { TestApp } from '../test-app.ts'
import type { Person } from '../test-member.ts'
import { newSeal } from './seal.ts'
import type { WebhookTargets } from './webhook.address.ts'
import { webhookSecrets, webhookSend, webhookSendKind } from './webhook.deliver.ts'
import { webhookEvents } from './webhook.dispatch.ts'
import { webhookEventKind } from './webhook.tell.ts'

export type Received = { headers: IncomingHttpHeaders; text: string; body: Record<string, unknown> }

/** Answers each message with the status that the test sets. */
export async function listening(
  answer: { status: number; headers?: Record<string, string> } = { status: 204 },
) {
  const got: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      got.push({ headers: request.headers, text, body: JSON.parse(text) as Record<string, unknown> })
      if (answer.status !== 0) response.writeHead(answer.status, answer.headers).end('x'.repeat(100_000))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}/weerklank`
  return {
    ...{ url, got, answer },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Makes a webhook as she would on the screen. */
export async function webhookOf(app: TestApp, by: Person, url: string) {
  const body = { url, events: ['response.received' as const, 'signal.opened' as const] }
  return app.as(by).call(webhookEndpoints.makeWebhook, { body })
}

const hour = 3_600_000

/** Does what is due of the work of webhooks; other work waits. */
export async function deliver(app: TestApp, targets: WebhookTargets = { thisMachine: true, networks: null }) {
  const { db, world, logger: log } = app
  const seal = newSeal(app.secret, webhookSecrets)
  const publicUrl = 'http://weerklank.test'
  const later = async () => new Date(Date.parse(world.now()) + 9_999 * hour).toISOString()
  const handlers = {
    [webhookEventKind]: webhookEvents({ db, world }),
    [webhookSendKind]: webhookSend({ db, world, seal, targets, publicUrl }),
    mail: later,
    'window-check': later,
    'between-voices': later,
  }
  await runDueJobs({ db, world, log, handlers })
}

/** As a receiver tells that a message is ours. */
export function isSigned({ headers, text }: Received, secret: string): boolean {
  const [, t = '', v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['weerklank-signature'])) ?? []
  return createHmac('sha256', secret).update(`${t}.${text}`).digest('hex') === v1
}
