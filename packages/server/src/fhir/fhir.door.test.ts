/** The whole application: a token of a member, as a program holds it. */
import type { ApiTokenId } from '@weerklank/core/shared/ids'
import type { Scope } from '@weerklank/core/shared/scope'
import { addDays } from '@weerklank/core/shared/time'
import { expect, test, vi } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { newSecret } from '../access/api-token.ts'
import { type TestApp, testApp } from '../test-app.ts'

vi.setConfig({ testTimeout: 30_000 })

async function tokenFor(app: TestApp, scopes: Scope[]): Promise<string> {
  const { member } = await app.professional({ name: 'Noor' })
  const { secret, hash } = newSecret(app.workspace)
  const now = app.clock.now()
  const token = {
    id: app.world.newId<ApiTokenId>(),
    member_id: member,
    name: 'Koppeling',
    token_hash: hash,
    scopes,
  }
  const dates = { created_at: now, expires_at: addDays(now, 30), revoked_at: null, last_used_on: null }
  await asMaintenance(app.owner, async (trx) => {
    await trx
      .insertInto('api_token')
      .values({ workspace_id: app.workspace, ...token, ...dates })
      .execute()
  })
  return secret
}

const form = {
  resourceType: 'Questionnaire',
  status: 'active',
  title: 'Een',
  item: [{ linkId: 'a', text: 'a', type: 'string' }],
}

test('a program comes in by its token, as far as that goes; without one it hears so in FHIR', async () => {
  await using app = await testApp()
  const secret = await tokenFor(app, ['forms:write', 'forms:read'])
  const send = (path: string, method: string, authorization?: string) =>
    app.hono.request(`/fhir${path}`, {
      method,
      headers: { 'content-type': 'application/fhir+json', ...(authorization && { authorization }) },
      ...(method === 'POST' && { body: JSON.stringify(form) }),
    })
  expect((await send('/metadata', 'GET')).status).toBe(200)
  const made = await send('/Questionnaire', 'POST', `Bearer ${secret}`)
  expect(made.status).toBe(201)
  const [line] = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('audit_event').select('token_id').where('action', '=', 'form.imported').execute(),
  )
  expect(line?.token_id).toMatch(/^[0-9a-f-]{36}$/)
  const { id } = (await made.json()) as { id: string }
  expect((await send(`/Questionnaire/${id}`, 'GET', `Bearer ${secret}`)).status).toBe(200)
  for (const [path, authorization, status] of [
    ['/QuestionnaireResponse', `Bearer ${secret}`, 403],
    ['/Questionnaire', 'Bearer wk_nonsense', 401],
    ['/Questionnaire', undefined, 401],
    ['/Patient', `Bearer ${secret}`, 404],
  ] as const) {
    const refused = await send(path, 'GET', authorization)
    expect([refused.status, ((await refused.json()) as { resourceType: string }).resourceType]).toEqual([
      status,
      'OperationOutcome',
    ])
  }
})

test('a page of another site gets nothing done, and is told in FHIR too', async () => {
  await using app = await testApp()
  const headers = { origin: 'https://elsewhere.example', 'content-type': 'application/fhir+json' }
  const refused = await app.hono.request('/fhir/Questionnaire', { method: 'POST', headers, body: '{}' })
  expect([refused.status, ((await refused.json()) as { resourceType: string }).resourceType]).toEqual([
    403,
    'OperationOutcome',
  ])
})
