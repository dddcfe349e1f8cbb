import { mayWorkWithContent } from '@weerklank/core/access/access'
import type { DemoPerson } from '../access/demo-people.ts'

/** What the start has to tell. */
export type Start = {
  /** The address people use. */
  url: string
  /** Working check links, Lina's in front; empty where there is no demo. */
  respondent: readonly string[]
  /** The people of the demo, each with a link to become her. */
  people: readonly (Pick<DemoPerson, 'name' | 'roles'> & { url: string })[]
  /** For programs: all that the first professional of the demo may; null where there is no demo. */
  apiToken: string | null
}

/** What a person does next. */
export function startLines(start: Start): string {
  const open = ['Weerklank draait. Open in uw browser:', `  ${start.url}`]
  const stop = ['Stoppen: Ctrl+C']
  const ways = start.people.length === 0 ? [howToComeIn] : demoWays(start)
  return `\n${[open, ...ways, stop].map((part) => part.join('\n')).join('\n\n')}\n\n`
}

/** The last line of the start, for scripts. */
export function readyLine({ url, respondent, people, apiToken }: Start): string {
  const signIn = Object.fromEntries(people.map((person) => [person.name, person.url]))
  const token = apiToken === null ? {} : { apiToken }
  return `${JSON.stringify({ ready: true, url, respondent, signIn, ...token })}\n`
}

const howToComeIn = [
  'Inloggen doet u met een account. Zo maakt u het eerste account van een organisatie:',
  '  npx weerklank user add --email <adres> --name <naam> --new-workspace <organisatie>',
  'En zo krijgt u een link waarmee u inlogt:',
  '  npx weerklank user link --email <adres>',
]

function demoWays({ respondent: [check], people }: Start): string[][] {
  const signIn = people.flatMap(({ name, roles, url }) => [
    `  ${name}${mayWorkWithContent(roles).allowed ? '' : ' (ziet geen inhoud)'}`,
    `    ${url}`,
  ])
  const answer = check === undefined ? [] : [['Vul als Lina de vragen in, zonder account:', `  ${check}`]]
  return [...answer, ['Kijk rond in De Linde. Iedereen daar is verzonnen. Log in als:', ...signIn]]
}
