import { createHmac } from 'node:crypto'
import { type ClientRequest, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isWebhookUrl, type WebhookProblem, type WebhookTry } from '@weerklank/core/access/webhook'
import { type Instant, millis } from '@weerklank/core/shared/time'
import { type Address, addressFor, type WebhookTargets } from './webhook.address.ts'

/** Longest that one message may take, from the first connection to the answer. */
const limitMs = 5_000

export const signatureHeader = 'Weerklank-Signature'

/**
 * How a receiver knows that a message is ours and new: `t=<seconds since 1970>,v1=<HMAC-SHA256 of "<t>.<body>" in
 * hexadecimal>`, with the secret of the webhook as key.
 */
export function signatureOf(body: string, secret: string, now: Instant): string {
  const t = Math.floor(millis(now) / 1000)
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`
}

export type Message = {
  url: string
  body: string
  secret: string
  /** The same at each try, so that the receiver can tell that it had it before. */
  id: string
  event: string
}

type Way = { targets: WebhookTargets; now: Instant; limitMs?: number }

/**
 * Sends one message and says how that went. No redirect is followed, of the answer only the status is read, and nothing
 * is sent to an address that may not be reached.
 */
export async function sendMessage(message: Message, way: Way): Promise<WebhookTry> {
  const start = performance.now()
  const went = await attempt(message, way)
  return { at: way.now, ...went, ms: Math.round(performance.now() - start) }
}

type Went = { status: number | null; problem: WebhookProblem | null }

const failed = (problem: WebhookProblem): Went => ({ status: null, problem })

async function attempt(message: Message, way: Way): Promise<Went> {
  if (!URL.canParse(message.url)) return failed('refused-address')
  const url = new URL(message.url)
  if (!isWebhookUrl(message.url, way.targets)) return failed('refused-address')
  const address = await addressFor(url.hostname, way.targets)
  return typeof address === 'string' ? failed(address) : post(url, message, { ...way, address })
}

function post(url: URL, message: Message, way: Way & { address: Address }): Promise<Went> {
  const bytes = Buffer.from(message.body)
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(way.limitMs ?? limitMs)
    const begin = url.protocol === 'https:' ? requestHttps : requestHttp
    const request: ClientRequest = begin(url, {
      ...{ method: 'POST', signal, agent: false, family: way.address.family },
      lookup: pinned(way.address),
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': bytes.length,
        'User-Agent': 'Weerklank',
        'Weerklank-Event': message.event,
        'Weerklank-Delivery': message.id,
        [signatureHeader]: signatureOf(message.body, message.secret, way.now),
      },
    })
    request.on('response', (response) => {
      resolve(verdict(response.statusCode ?? 0))
      // What it has to say is nobody's business: not one byte of it is read.
      response.on('error', () => undefined)
      request.destroy()
    })
    request.on('error', () => resolve(failed(signal.aborted ? 'timeout' : 'no-connection')))
    request.end(bytes)
  })
}

function verdict(status: number): Went {
  if (status >= 200 && status < 300) return { status, problem: null }
  return { status, problem: status >= 300 && status < 400 ? 'redirect' : 'status' }
}

type Lookup = (
  host: string,
  options: { all?: boolean | undefined },
  done: (error: Error | null, address: string | Address[], family?: number) => void,
) => void

/** Answers the address that was looked at, whatever the name says by now. */
function pinned({ address, family }: Address): Lookup {
  return (_host, options, done) =>
    options.all === true ? done(null, [{ address, family }]) : done(null, address, family)
}
