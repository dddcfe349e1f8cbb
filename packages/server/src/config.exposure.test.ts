import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { exposures, isThisMachine, refuseExposure, secretFile } from './config.exposure.ts'
import { ConfigError, readConfig } from './config.ts'
import { realWorld } from './deps.ts'
import { sessionSecret } from './engine.ts'
import { startServer } from './serve.ts'

const folder = mkdtempSync(join(tmpdir(), 'wk-exposure-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const secret = randomBytes(32).toString('base64url')
const tls = { PUBLIC_URL: 'https://weerklank.example', WEERKLANK_SECRET: secret }

const reasons = (env: Record<string, string>, dataDir = folder) =>
  exposures(readConfig(env, dataDir)).map(({ setting, what }) => `${setting}: ${what}`)

test.each<Record<string, string>>([
  {},
  { HOST: '127.0.0.1', PUBLIC_URL: 'http://localhost:3000' },
  { HOST: '::1', PUBLIC_URL: 'http://[::1]:3000' },
  { HOST: '127.0.0.53', PUBLIC_URL: 'http://weerklank.localhost' },
  { WEERKLANK_SECRET: 'x'.repeat(32) },
  tls,
  { ...tls, HOST: '0.0.0.0' },
  { HOST: '0.0.0.0', PUBLIC_URL: 'http://10.1.2.3:3000', ALLOW_HTTP: 'yes', WEERKLANK_SECRET: secret },
])('%j may serve', (env) => {
  expect(reasons(env)).toEqual([])
  expect(() => refuseExposure(readConfig(env, folder))).not.toThrow()
})

test.each<[Record<string, string>, RegExp]>([
  [
    { HOST: '0.0.0.0', WEERKLANK_SECRET: secret },
    /^PUBLIC_URL: HOST=0\.0\.0\.0 lets others in, but at which/,
  ],
  [{ HOST: '::', WEERKLANK_SECRET: secret }, /^PUBLIC_URL: HOST=:: lets others in/],
  [{ HOST: '192.168.1.5', WEERKLANK_SECRET: secret }, /^PUBLIC_URL: HOST=192\.168\.1\.5/],
  [
    { ...tls, PUBLIC_URL: 'http://weerklank.example' },
    /^PUBLIC_URL: at http:.* everything travels readable$/,
  ],
  [{ ...tls, PUBLIC_URL: 'http://localhost.example' }, /^PUBLIC_URL: at http:/],
  [{ ...tls, PUBLIC_URL: 'http://127.0.0.1.example' }, /^PUBLIC_URL: at http:/],
  [{ ...tls, WEERKLANK_SECRET: 'x'.repeat(64) }, /^WEERKLANK_SECRET: it can be guessed$/],
  [
    { ...tls, WEERKLANK_SECRET: 'please-change-me-please-change-me' },
    /^WEERKLANK_SECRET: it can be guessed$/,
  ],
  [
    { ...tls, WEERKLANK_SECRET: 'abcdefghijklmnopqrstuvwxyz0123456789' },
    /^WEERKLANK_SECRET: it can be guessed$/,
  ],
  [
    { ...tls, WEERKLANK_SECRET: 'better-auth-secret-12345678901234567890' },
    /^WEERKLANK_SECRET: it can be guessed$/,
  ],
])('%j may not serve: %s', (env, reason) => {
  expect(reasons(env)).toEqual([expect.stringMatching(reason)])
  const refusing = () => refuseExposure(readConfig(env, folder))
  expect(refusing).toThrow(ConfigError)
  expect(refusing).not.toThrow(env.WEERKLANK_SECRET)
})

test('a secret that was made is never taken for one that can be guessed', () => {
  for (const encoding of ['base64', 'base64url', 'hex'] as const) {
    for (let i = 0; i < 2_000; i++) {
      const made = randomBytes(32).toString(encoding)
      expect(reasons({ ...tls, WEERKLANK_SECRET: made }), made).toEqual([])
    }
  }
})

test('the secret in the data folder serves others only where nobody else can look', () => {
  const { PUBLIC_URL } = tls
  const data = join(folder, 'data')
  sessionSecret(readConfig({}, data))
  expect(reasons({ PUBLIC_URL }, data)).toEqual([])
  chmodSync(data, 0o711)
  expect(reasons({ PUBLIC_URL }, data)).toEqual([])
  chmodSync(data, 0o755)
  expect(reasons({ PUBLIC_URL }, data)).toEqual([
    expect.stringContaining('everybody on this machine can look in'),
  ])
  expect(reasons({}, data)).toEqual([])
  chmodSync(data, 0o700)
  writeFileSync(join(data, secretFile), secret, { mode: 0o600 })
  chmodSync(join(data, secretFile), 0o640)
  expect(reasons({ PUBLIC_URL }, data)).toEqual([expect.stringContaining('can read')])
})

test('only addresses of this machine are this machine', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.domain()), (host) => {
      expect(isThisMachine(host)).toBe(/^127\./.test(host) && /^[\d.]+$/.test(host))
    }),
  )
})

test('the server does not open its doors with such settings, nor its database', async () => {
  const config = readConfig({ HOST: '0.0.0.0', PORT: '0' }, join(folder, 'never'))
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  await expect(startServer({ config, world: realWorld, log })).rejects.toThrow(
    /^Not safe to serve others like this\. PUBLIC_URL: /,
  )
})
