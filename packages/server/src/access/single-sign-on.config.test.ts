import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../config.ts'

const complete = {
  OIDC_ISSUER: 'https://login.praktijk.example',
  OIDC_CLIENT_ID: 'weerklank',
  OIDC_CLIENT_SECRET: 'a secret',
}
const read = (env: Record<string, string>) => readConfig(env, '/data').singleSignOn

test('three settings are enough, and nothing is believed that was not said', () => {
  expect(read(complete)).toEqual({
    ...{ issuer: 'https://login.praktijk.example', clientId: 'weerklank', clientSecret: 'a secret' },
    ...{ name: 'je organisatie', workspace: null, trustsEmail: false, trustsSecondFactor: false },
  })
  expect(read({})).toBeNull()
  expect(read({ OIDC_NAME: 'Praktijk' })).toBeNull()
})

test('what is given is used, also the secret from a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secret-'))
  const path = join(folder, 'secret')
  writeFileSync(path, 'from a file\n')
  const { OIDC_CLIENT_SECRET: _, ...rest } = complete
  const workspace = '0199c2f0-0000-7000-8000-000000000001'
  const more = {
    ...{ OIDC_NAME: 'Hogeschool', OIDC_WORKSPACE: workspace.toUpperCase() },
    ...{ OIDC_TRUST_EMAIL: 'true', OIDC_TRUST_SECOND_FACTOR: 'true', OIDC_CLIENT_SECRET_FILE: path },
  }
  expect(read({ ...rest, ...more })).toMatchObject({
    ...{ name: 'Hogeschool', workspace, clientSecret: 'from a file' },
    ...{ trustsEmail: true, trustsSecondFactor: true },
  })
  rmSync(folder, { recursive: true })
})

test.each([
  [{ OIDC_ISSUER: '' }, 'OIDC_ISSUER: is needed beside OIDC_CLIENT_ID'],
  [{ OIDC_CLIENT_ID: '' }, 'OIDC_CLIENT_ID: is needed beside OIDC_ISSUER'],
  [{ OIDC_CLIENT_SECRET: '' }, 'OIDC_CLIENT_SECRET: is needed beside OIDC_ISSUER'],
  [{ OIDC_ISSUER: 'http://login.praktijk.example' }, 'OIDC_ISSUER: must begin with https://'],
  [{ OIDC_ISSUER: 'praktijk' }, 'OIDC_ISSUER: '],
  [{ OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' }, 'OIDC_ISSUER: must name one tenant'],
  [
    { OIDC_ISSUER: 'https://login.microsoftonline.com/organizations/v2.0' },
    'OIDC_ISSUER: must name one tenant',
  ],
  [{ OIDC_WORKSPACE: 'De Linde' }, 'OIDC_WORKSPACE: '],
  [{ OIDC_TRUST_EMAIL: 'yes' }, 'OIDC_TRUST_EMAIL: '],
])('with %o it does not start, and says why', (wrong, sentence) => {
  const env = { ...complete, ...wrong }
  expect(() => read(env)).toThrow(sentence)
  expect(() => read(env)).not.toThrow('a secret')
})
