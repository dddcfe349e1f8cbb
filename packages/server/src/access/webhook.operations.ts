import { type WebhookEvent, webhookEvents } from '@weerklank/core/access/webhook'
import { signatureHeader } from './webhook.send.ts'

const id = { type: 'string', format: 'uuid' }

const facts: Readonly<Record<WebhookEvent, { summary: string; about: Readonly<Record<string, object>> }>> = {
  'response.received': { summary: 'An answer came in', about: { response: id } },
  'signal.opened': {
    summary: 'Something in the answers asks for a talk',
    about: { signal: id, rule: { type: 'string' } },
  },
}

/** What a program of a member is sent, for the OpenAPI document. */
export const webhookMessages: Readonly<Record<string, object>> = Object.fromEntries(
  webhookEvents.map((event) => [event, { post: message(event) }]),
)

function message(event: WebhookEvent): object {
  const { summary, about } = facts[event]
  const properties = {
    id,
    event: { const: event },
    at: { type: 'string' },
    workspace: id,
    relation: id,
    ...about,
  }
  const schema = { type: 'object', properties, required: Object.keys(properties) }
  return {
    summary: `${summary}: identifiers only. Ask for what they name with a token.`,
    parameters: [
      {
        ...{ name: signatureHeader, in: 'header', required: true, schema: { type: 'string' } },
        description:
          '`t=<seconds since 1970>,v1=<hexadecimal HMAC-SHA256 of "<t>.<body>">`, with the secret of the webhook as key. Refuse what is older than a few minutes.',
      },
    ],
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: {
      '2XX': {
        description:
          'Received. Anything else, a redirect too, is tried again for two days, with the same id.',
      },
    },
  }
}
