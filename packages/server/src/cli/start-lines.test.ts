import { expect, test } from 'vitest'
import { readyLine, startLines } from './start-lines.ts'

const url = 'http://localhost:3000'
const demo = {
  url,
  respondent: [`${url}/f/lina`, `${url}/f/wit`],
  people: [
    { name: 'Noor Bakker', roles: ['professional' as const], url: `${url}/api/auth/demo/1?key=k` },
    { name: 'Karin Smit', roles: ['administrator' as const], url: `${url}/api/auth/demo/2?key=k` },
  ],
  apiToken: 'wk_secret',
}
const real = { url, respondent: [], people: [], apiToken: null }

test('in a demo a person reads which page to open, how to answer, whom to become, and how to stop', () => {
  expect(startLines(demo)).toMatchInlineSnapshot(`
    "
    Weerklank draait. Open in uw browser:
      http://localhost:3000

    Vul als Lina de vragen in, zonder account:
      http://localhost:3000/f/lina

    Kijk rond in De Linde. Iedereen daar is verzonnen. Log in als:
      Noor Bakker
        http://localhost:3000/api/auth/demo/1?key=k
      Karin Smit (ziet geen inhoud)
        http://localhost:3000/api/auth/demo/2?key=k

    Stoppen: Ctrl+C

    "
  `)
})

test('a script reads one line of JSON', () => {
  const line = readyLine(demo)
  expect(line).toMatch(/^\{"ready":true,.*\}\n$/)
  expect(JSON.parse(line)).toEqual({
    ready: true,
    url,
    respondent: demo.respondent,
    signIn: { 'Noor Bakker': demo.people[0]?.url, 'Karin Smit': demo.people[1]?.url },
    apiToken: 'wk_secret',
  })
})

test('without a demo it says how a first account is made', () => {
  expect(startLines(real)).toContain('npx weerklank user add --email <adres> --name <naam>')
  expect(startLines(real)).not.toContain('Lina')
  expect(JSON.parse(readyLine(real))).toEqual({ ready: true, url, respondent: [], signIn: {} })
})
