import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asMaintenance, createWorkspace } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { cookiesOf } from '../test-factories.ts'
import { publicUrl } from '../test-member.ts'
import { type Outcome, urlOf, weerklank } from './cli.fixture.ts'

// A real application on the same database: what the command line does shows at its front door.
let app: TestApp
beforeAll(async () => {
  app = await testApp({ ownDatabase: true })
})
afterAll(() => app[Symbol.asyncDispose]())

function user(args: string[], input?: string): Promise<Outcome> {
  const env = { DATABASE_URL: urlOf(app.database.owner), PUBLIC_URL: publicUrl }
  return weerklank(['user', ...args], { env, ...(input !== undefined && { input }) })
}

async function signIn(email: string, password: string): Promise<Response> {
  return app.hono.request(`${publicUrl}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: publicUrl },
    body: JSON.stringify({ email, password }),
  })
}

async function nameBehind(cookie: string): Promise<unknown> {
  const { status, body } = await app.as({ cookie }).request('GET', '/api/me')
  return status === 200 ? body : status
}

function membersNamed(name: string) {
  return asMaintenance(app.owner, (trx) =>
    trx.selectFrom('member').select('id').where('name', '=', name).execute(),
  )
}

/** The lines of a workspace about what was done on the command line: what, and to whom or what. */
async function recordedFromOutside(workspace: string) {
  const lines = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('audit_event')
      .innerJoin('workspace', 'workspace.workspace_id', 'audit_event.workspace_id')
      .select(['action', 'subject', 'subject_id'])
      .where('workspace.name', '=', workspace)
      .where('basis', '=', 'command-line')
      .orderBy('at')
      .orderBy('id')
      .execute(),
  )
  return lines.map(({ action, subject, subject_id }) => [action, subject, subject_id])
}

const password = 'een zin van niemand anders'

test('a user is added, signs in with her password or a link, gets another password, and is removed', async () => {
  const added = await user(
    [
      'add',
      '--email',
      'Eva@Praktijk.example',
      '--name',
      ' Eva de Boer ',
      '--new-workspace',
      'De Eik',
      '--password-stdin',
    ],
    `${password}\n`,
  )
  expect(added).toMatchObject({ code: 0, err: '' })
  const eva = added.last
  const session = cookiesOf(await signIn('eva@praktijk.example', password))
  expect(await nameBehind(session)).toMatchObject({
    member: { name: 'Eva de Boer', roles: ['professional'] },
  })

  // The only workspace besides the demo, so it need not be named.
  const second = await user([
    'add',
    '--email',
    'bo@praktijk.example',
    '--name',
    'Bo',
    '--role',
    'administrator',
  ])
  expect(second.code).toBe(0)
  const listed = await user(['list'])
  expect(listed.out).toBe(
    `${second.last}\tbo@praktijk.example\tBo\tadministrator\tDe Eik\n${eva}\teva@praktijk.example\tEva de Boer\tprofessional\tDe Eik\n2\n`,
  )

  const { last: link } = await user(['link', '--email', 'BO@praktijk.example'])
  expect(link).toMatch(new RegExp(`^${publicUrl}/api/auth/magic-link/verify\\?token=\\w{32}&`))
  const first = await app.hono.request(link)
  expect(first.status).toBe(302)
  expect(await nameBehind(cookiesOf(first))).toMatchObject({ member: { name: 'Bo' } })
  const again = await app.hono.request(link)
  expect(again.headers.get('location')).toContain('error=INVALID_TOKEN')
  expect(again.headers.getSetCookie()).toEqual([])

  // Bo had no password; Eva's old one, and who is signed in with it, are out.
  expect(
    await user(['password', '--email', 'bo@praktijk.example', '--password-stdin'], password),
  ).toMatchObject({ code: 0, last: second.last })
  expect((await signIn('bo@praktijk.example', password)).status).toBe(200)
  const other = 'nog een heel andere zin'
  expect(
    await user(['password', '--email', 'eva@praktijk.example', '--password-stdin'], other),
  ).toMatchObject({ code: 0, last: eva })
  expect(await nameBehind(session)).toBe(401)
  expect((await signIn('eva@praktijk.example', password)).status).toBe(401)
  const newSession = cookiesOf(await signIn('eva@praktijk.example', other))

  expect(await user(['remove', '--email', 'eva@praktijk.example'])).toMatchObject({ code: 0, last: eva })
  expect(await nameBehind(newSession)).toBe(401)
  expect((await signIn('eva@praktijk.example', other)).status).toBe(401)
  expect((await user(['list'])).last).toBe('1')
  // Her name stays where it stands.
  const [member] = await membersNamed('Eva de Boer')
  const [colleague] = await membersNamed('Bo')
  expect(await recordedFromOutside('De Eik')).toEqual([
    ['workspace.created', 'workspace', expect.any(String)],
    ['account.added', 'member', member?.id],
    ['account.added', 'member', colleague?.id],
    ['account.link-made', 'member', colleague?.id],
    ['account.password-set', 'member', colleague?.id],
    ['account.password-set', 'member', member?.id],
    ['account.removed', 'member', member?.id],
  ])
})

describe('what cannot be done is said, and changes nothing', () => {
  beforeAll(async () => {
    await app.professional({ name: 'Noor' })
    for (const name of ['Noord', 'Zuid']) {
      await asMaintenance(app.owner, (trx) => createWorkspace(trx, app.world, { name, isDemo: false }))
    }
  })

  test.concurrent.each<[string, string[], string | undefined, RegExp]>([
    [
      'an unknown address',
      ['link', '--email', 'no@one.example'],
      undefined,
      /^There is no user with the address no@one\.example\.$/m,
    ],
    [
      'an unknown address to remove',
      ['remove', '--email', 'no@one.example'],
      undefined,
      /^There is no user with the address/,
    ],
    [
      'an address that is taken',
      ['add', '--email', 'bo@praktijk.example', '--name', 'X', '--new-workspace', 'West'],
      undefined,
      /^There is a user with the address bo@praktijk\.example already\.$/m,
    ],
    [
      'a short password',
      ['add', '--email', 'x@y.example', '--name', 'X', '--workspace', 'Noord', '--password-stdin'],
      'kort',
      /^This password cannot be used: it must have at least 12 characters\.$/m,
    ],
    [
      'a password that everyone thinks of',
      ['add', '--email', 'x@y.example', '--name', 'X', '--workspace', 'Noord', '--password-stdin'],
      'Welkom2026!!',
      /^This password cannot be used: it is a word, a row of keys or a pattern that many people use\.$/m,
    ],
    [
      'a place that is not said',
      ['add', '--email', 'x@y.example', '--name', 'X'],
      undefined,
      /^There are more workspaces than one: choose with --workspace <id>\.\n {2}\S{36} {2}/,
    ],
    [
      'an unknown workspace',
      ['add', '--email', 'x@y.example', '--name', 'X', '--workspace', 'West'],
      undefined,
      /^There is no workspace "West": make one with --new-workspace <name>, or choose with --workspace <id>\.\n {2}\S{36} {2}/,
    ],
  ])('%s', async (_, args, input, sentence) => {
    const { code, out, err } = await user(args, input)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(sentence)
    const made = app.owner.selectFrom('auth.user').select('id').where('email', '=', 'x@y.example')
    expect(await made.execute()).toEqual([])
  })
})
