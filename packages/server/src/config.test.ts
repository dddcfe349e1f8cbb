import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

test('without any setting everything has a value that works', () => {
  expect(readConfig({}, '/data')).toEqual({
    ...{
      port: 3000,
      host: '127.0.0.1',
      publicUrl: null,
      dataDir: '/data',
      databaseUrl: null,
      ownerUrl: null,
    },
    ...{ breachedPasswords: null, singleSignOn: null },
    ...{ secret: null, smtpUrl: null, mailFrom: 'Weerklank <weerklank@localhost>', logLevel: 'info' },
    ...{ trustedProxies: null, webhookNetworks: null, allowHttp: false },
  })
})

test('an empty setting is one that was not given', () => {
  const names = [
    'PORT',
    'HOST',
    'PUBLIC_URL',
    'DATABASE_URL',
    'WEERKLANK_SECRET',
    'SMTP_URL',
    'MAIL_FROM',
    'LOG_LEVEL',
    'TRUST_PROXY',
    'ALLOW_HTTP',
    'WEERKLANK_SECRET_FILE',
  ]
  const env = Object.fromEntries(names.map((name) => [name, '']))
  expect(readConfig(env, '/data')).toEqual(readConfig({}, '/data'))
})

test('what is given is used', () => {
  const config = readConfig(
    {
      ...{ PORT: '8080', HOST: '0.0.0.0', PUBLIC_URL: 'https://weerklank.example/' },
      ...{
        DATABASE_URL: 'postgres://a@b/c',
        SMTP_URL: 'smtps://mail.example',
        LOG_LEVEL: 'silent',
        OTHER: 'x',
      },
    },
    '/data',
  )
  expect(config).toMatchObject({
    ...{ port: 8080, host: '0.0.0.0', publicUrl: 'https://weerklank.example', logLevel: 'silent' },
    ...{ databaseUrl: 'postgres://a@b/c', ownerUrl: 'postgres://a@b/c', smtpUrl: 'smtps://mail.example' },
  })
  const owner = 'postgresql://o@b/c'
  expect(readConfig({ DATABASE_URL: 'postgres://a@b/c', DATABASE_OWNER_URL: owner }, '/data').ownerUrl).toBe(
    owner,
  )
})

const wrong: [name: string, value: string][] = [
  ...[
    ['PORT', '65536'] as const,
    ['PORT', '-1'] as const,
    ['PORT', '80.5'] as const,
    ['PORT', 'web'] as const,
  ].map(([name, value]): [string, string] => [name, value]),
  ['PUBLIC_URL', 'weerklank.example'],
  ['PUBLIC_URL', 'ftp://weerklank.example'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['DATABASE_URL', 'mysql://a@b/c'],
  ['DATABASE_OWNER_URL', 'localhost'],
  ['WEERKLANK_SECRET', 'short'],
  ['SMTP_URL', 'mail.example:25'],
  ['LOG_LEVEL', 'loud'],
  ['TRUST_PROXY', 'yes'],
  ['TRUST_PROXY', '0.0.0.0/0'],
  ['ALLOW_HTTP', 'true'],
  ['SMTP_URL_FILE', '/no/such/file'],
]

test.each(wrong)('%s=%s is refused by its name, before anything starts', (name, value) => {
  const reading = () => readConfig({ [name]: value }, '/data')
  expect(reading).toThrow(ConfigError)
  expect(reading).toThrow(new RegExp(`^A setting is wrong\\. ${name}: `))
})

test('all that is wrong is said at once, and no secret is repeated', () => {
  const reading = () =>
    readConfig({ PORT: 'web', WEERKLANK_SECRET: 'hunter2', SMTP_URL: 'user:pass@mail' }, '/data')
  expect(reading).toThrowErrorMatchingInlineSnapshot(
    `[Error: A setting is wrong. PORT: must be a number. WEERKLANK_SECRET: must have at least 32 characters. SMTP_URL: must begin with smtp:// or smtps://.]`,
  )
})

test('the settings cannot be changed afterwards', () => {
  expect(Object.isFrozen(readConfig({}, '/data'))).toBe(true)
})

test('networks of the organisation are addresses, and no number of proxies', () => {
  const { webhookNetworks } = readConfig({ WEBHOOK_NETWORKS: '10.1.0.0/16, 10.9.9.9' }, '/data')
  expect(['10.1.2.3', '10.9.9.9', '10.2.0.1'].map((one) => webhookNetworks?.check(one))).toEqual([
    true,
    true,
    false,
  ])
  for (const wrong of ['1', '10.0.0.0/99', 'epd.example']) {
    expect(() => readConfig({ WEBHOOK_NETWORKS: wrong }, '/data')).toThrow('WEBHOOK_NETWORKS')
  }
})
