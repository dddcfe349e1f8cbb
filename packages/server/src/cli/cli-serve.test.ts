import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { cookiesOf } from '../test-factories.ts'
import { temporaryFolder, weerklank } from './cli.fixture.ts'

const program = fileURLToPath(new URL('../../bin/weerklank.js', import.meta.url))

type Ready = {
  ready: true
  url: string
  respondent: string[]
  signIn: Record<string, string>
  apiToken?: string
}

/** A server as a person starts it, on a port that is free. */
async function serve(
  dataDir: string,
): Promise<{ ready: Ready; lines: string[]; child: ChildProcess } & AsyncDisposable> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [program, 'serve', '--data', dataDir], {
    env: { PATH, HOME, PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    if (line.startsWith('{"ready":true')) break
  }
  const last = lines.at(-1)
  if (last === undefined || !last.startsWith('{')) throw new Error(`It did not start: ${lines.join('\n')}`)
  return {
    ready: JSON.parse(last),
    lines,
    child,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function stop(child: ChildProcess): Promise<number | null> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const [code] = await ended
  return code
}

test('a first start makes a demo with links that work; a second one on the same folder finds it', async () => {
  using folder = temporaryFolder()
  const dataDir = folder.in('data')
  await using first = await serve(dataDir)
  const { url, respondent, signIn } = first.ready
  expect(Object.keys(signIn)).toEqual([
    'Noor Bakker',
    'Bram Visser',
    'Farid Amrani',
    'Karin Smit',
    'Els de Ruiter',
    'Ravi Ramdin',
  ])
  expect(first.lines.join('\n')).toContain(`Vul als Lina de vragen in, zonder account:\n  ${respondent[0]}`)
  expect(new Set(respondent).size).toBe(4)
  for (const link of respondent) expect((await fetch(link)).status).toBe(200)
  const entered = await fetch(signIn['Noor Bakker'] ?? '', { redirect: 'manual' })
  expect(entered.headers.get('location')).toBe('/')
  const today = await fetch(`${url}/api/today`, { headers: { cookie: cookiesOf(entered) } })
  expect(await today.json()).toMatchObject({
    attention: [{ title: 'Lina en Samira' }, {}, {}],
    contacts: [{}, {}, {}],
  })
  expect((await fetch(url)).headers.get('content-type')).toContain('text/html')

  // While it runs, the same folder is not opened by a second server, and the demo is found by the command.
  const second = await weerklank(['serve', '--data', dataDir], { env: { PORT: '0' } })
  expect({ code: second.code, out: second.out }).toEqual({ code: 1, out: '' })
  expect(second.err).toContain('in use')
  expect((await weerklank(['demo', '--data', dataDir])).code).toBe(0)
  const program = { headers: { authorization: `Bearer ${first.ready.apiToken}` } }
  const seen = await fetch(`${url}/api/relations`, program)
  expect(await seen.json()).toMatchObject({ relations: expect.arrayContaining([expect.anything()]) })
  expect(await stop(first.child)).toBe(0)

  await using again = await serve(dataDir)
  for (const link of again.ready.respondent) expect((await fetch(link)).status).toBe(200)
  expect(again.ready.respondent).not.toEqual(respondent)
  const answers = [first.ready, again.ready].map(({ apiToken }) =>
    fetch(`${again.ready.url}/api/relations`, { headers: { authorization: `Bearer ${apiToken}` } }),
  )
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([401, 200])
  expect(await stop(again.child)).toBe(0)
})

test('a server that real people work on has no demo, and says how to make an account', async () => {
  using folder = temporaryFolder()
  const dataDir = folder.in('data')
  expect((await weerklank(['migrate', '--data', dataDir])).code).toBe(0)
  const person = ['--email', 'eva@voorbeeld.nl', '--name', 'Eva', '--new-workspace', 'De Eik']
  expect((await weerklank(['user', 'add', ...person, '--data', dataDir])).code).toBe(0)
  await using server = await serve(dataDir)
  expect(server.ready).toMatchObject({ respondent: [], signIn: {} })
  expect(server.ready.apiToken).toBeUndefined()
  expect(server.lines.join('\n')).toContain('npx weerklank user add --email')
})
