import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { secretSettings } from './config.files.ts'
import { ConfigError, readConfig } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'wk-secrets-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text, { mode: 0o600 })
  return path
}

test('every secret may come from a file; the end of its last line is no part of it', () => {
  const secret = 'n8Yt0qW-pL2v_Zx7Rk4mB9sD1fGh6JcE'
  const files = {
    WEERKLANK_SECRET_FILE: file('secret', `${secret}\n`),
    DATABASE_URL_FILE: file('database', 'postgres://app:pw@db/weerklank\r\n'),
    DATABASE_OWNER_URL_FILE: file('owner', 'postgres://owner:pw@db/weerklank'),
    SMTP_URL_FILE: file('smtp', 'smtps://a:b@mail.example\n'),
  }
  expect(readConfig(files, '/data')).toMatchObject({
    ...{
      secret,
      databaseUrl: 'postgres://app:pw@db/weerklank',
      ownerUrl: 'postgres://owner:pw@db/weerklank',
    },
    smtpUrl: 'smtps://a:b@mail.example',
  })
})

test.each(secretSettings)('%s is refused when it is given twice', (name) => {
  const env = { [name]: 'x', [`${name}_FILE`]: file('twice', 'y') }
  expect(() => readConfig(env, '/data')).toThrow(`${name}_FILE: ${name} is set as well; keep one of them`)
})

test('a file that is not there, cannot be read or is empty is told by its setting, before anything starts', () => {
  const reading = () =>
    readConfig(
      {
        DATABASE_URL_FILE: join(folder, 'none'),
        SMTP_URL_FILE: folder,
        WEERKLANK_SECRET_FILE: file('empty', '\n'),
      },
      '/data',
    )
  expect(reading).toThrow(ConfigError)
  expect(reading).toThrow(`DATABASE_URL_FILE: the file ${join(folder, 'none')} cannot be read (ENOENT)`)
  expect(reading).toThrow(`SMTP_URL_FILE: the file ${folder} cannot be read (EISDIR)`)
  expect(reading).toThrow(`WEERKLANK_SECRET_FILE: the file ${join(folder, 'empty')} is empty`)
})

test('what stands in a file is checked like the setting itself, and never repeated', () => {
  const reading = () => readConfig({ WEERKLANK_SECRET_FILE: file('short', 'hunter2') }, '/data')
  expect(reading).toThrow('WEERKLANK_SECRET: must have at least 32 characters')
  expect(reading).not.toThrow('hunter2')
})
