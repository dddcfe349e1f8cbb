import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { weerklank } from './cli.fixture.ts'
import { main } from './cli.ts'

const names = [
  ...[
    'serve',
    'migrate',
    'demo',
    'backup',
    'restore',
    'retention',
    'export',
    'fhir',
    'analysis',
    'import',
    'monitor',
    'leave',
    'signals',
    'texts',
    'user',
    'doctor',
  ],
]

let out = ''
let err = ''
beforeEach(() => {
  out = ''
  err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** What a command line says: words alone, for which a process of its own would only load all of the product again. */
async function say(args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const code = await main(args)
  return { code, out, err }
}

test('a process of its own says the same, and ends with the same code', async () => {
  for (const args of [['user', '--help'], ['fly'], ['user', 'add', '--email', 'eva', '--name', 'Eva'], []]) {
    out = ''
    err = ''
    expect(await weerklank(args, { input: 'two\nlines' })).toMatchObject(await say(args))
  }
})

test('the overview names every command', async () => {
  const { code, out, err } = await weerklank(['--help'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(Array.from(out.matchAll(/^ {2}(\w+) {2}/gm), ([, name]) => name)).toEqual(names)
})

describe('help', () => {
  test.each(names)('weerklank %s --help', async (name) => {
    const { code, out, err } = await say([name, '--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(new RegExp(`^weerklank ${name} `))
    expect(out).toContain('--data <folder>')
    expect(out).toMatch(/last line/i)
  })
})

describe('wrong use', () => {
  test.each<[string[], RegExp]>([
    [['fly'], /^There is no command "fly"\./],
    [['migrate', '--fast'], /^Unknown option '--fast'/],
    [['migrate', 'now'], /^There is no place for "now"\./],
    [['migrate', '--data'], /^Option '--data <value>' argument missing/],
    [['backup'], /^Say where to: --out <file>/],
    [['backup', '--out', ''], /^Say where to: --out <file>/],
    [['restore'], /^Something is missing\./],
    [['restore', 'one', 'two'], /^There is no place for "two"\./],
    [['signals'], /^Something is missing\./],
    [['signals', 'fly'], /^There is no "signals fly"\./],
    [['signals', 'recompute'], /^Say which organisation: --workspace/],
    [['user'], /^Something is missing\./],
    [['user', 'fly'], /^There is no "user fly"\./],
    [['user', 'add', '--name', 'Eva'], /^user add needs --email\./],
    [['user', 'add', '--email', 'eva', '--name', 'Eva'], /^"eva" is not an e-mail address\./],
    [['user', 'add', '--email', 'a@b.nl', '--name', ' '], /^--name is one line of 1 to 80 characters\./],
    [
      ['user', 'add', '--email', 'a@b.nl', '--name', 'Eva', '--role', 'boss'],
      /^--role is one or more of professional, /,
    ],
    [
      ['user', 'add', '--email', 'a@b.nl', '--name', 'Eva', '--workspace', 'x', '--new-workspace', 'y'],
      /^Either --workspace or --new-workspace\./,
    ],
    [['user', 'list', '--email', 'a@b.nl'], /^user list does not take --email\./],
    [['user', 'password', '--email', 'a@b.nl'], /^user password needs --password-stdin\./],
    [
      ['user', 'password', '--email', 'a@b.nl', '--password-stdin', 'secret'],
      /^There is no place for "secret"\./,
    ],
  ])('%j', async (args, sentence) => {
    const { code, out, err } = await say(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(sentence)
    expect(err).not.toMatch(/^\s+at /m)
  })
})

test('without a command the overview is shown, and that is wrong use', async () => {
  expect((await say([])).code).toBe(2)
})
