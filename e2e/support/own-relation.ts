/** A collaboration of one test alone, made through the API with the session of the page. */
import { randomUUID } from 'node:crypto'
import { type Page, request } from '@playwright/test'
import type { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import type { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { z } from 'zod'
import { signInAs, type Weerklank } from './weerklank.ts'

type Voice = z.input<typeof relationEndpoints.createRelation.body>['participants'][number]['voice']
type Invited = z.output<typeof feedbackEndpoints.invite.response>

export type Answers = { heard?: number; what?: number; how?: number; whole?: number }

/** `at`: days from now, may be negative. */
export type ContactPlan = { days: number; place: string; kind?: 'contact' | 'repair-talk' }

export type OwnRelation = {
  id: string
  title: string
  /** Where its page is. */
  url: string
  /** Asks someone through the API; answers the link. */
  invite: (who: string) => Promise<string>
  /** Asks someone and answers in her name, on a device without a session. */
  answer: (who: string, answers: Answers, open?: string) => Promise<void>
  planContact: (plan: ContactPlan) => Promise<void>
  /** Agrees with everyone, to be asked back. */
  agree: (text: string) => Promise<void>
  /** Ends the collaboration. */
  end: () => Promise<void>
}

type Options = {
  title: string
  /** Name and voice of whom one works with. */
  people: Record<string, Voice>
  /** The demo member who takes part too. */
  colleague?: string
  purpose?: string
}

type Sending = { method: 'GET' | 'POST' | 'PUT'; path: string; data?: unknown }

/** One request of whoever is signed in on the page. */
async function send<Result>(
  page: Page,
  weerklank: Weerklank,
  { method, path, data }: Sending,
): Promise<Result> {
  const answer = await page.request.fetch(`${weerklank.url}${path}`, {
    method,
    headers: { 'x-weerklank': '1' },
    ...(data === undefined ? {} : { data }),
  })
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
  return answer.json()
}

/** Signs in as Noor, makes a collaboration with a title that no other test has, and does not open it yet. */
export async function ownRelation(page: Page, weerklank: Weerklank, options: Options): Promise<OwnRelation> {
  await signInAs(page, weerklank, 'Noor Bakker')
  const api = <Result>(sending: Sending) => send<Result>(page, weerklank, sending)
  const id = randomUUID()
  const title = `${options.title} ${id.slice(0, 4)}`
  const path = `/api/relations/${id}`
  const made = await api<z.output<typeof relationEndpoints.createRelation.response>>({
    method: 'POST',
    path: '/api/relations',
    data: {
      id,
      title,
      kind: 'interpersonal',
      context: null,
      situation: null,
      purpose: options.purpose ?? '',
      checkEveryDays: 14,
      participants: await peopleOf(options, api),
    },
  })
  const idOf = (who: string) => made.participants.find(({ name }) => name === who)?.id
  const invite = async (who: string) => {
    const data = { id: randomUUID(), participant: idOf(who), contact: null }
    const { url } = await api<Invited>({ method: 'POST', path: `${path}/invitations`, data })
    return url
  }
  return {
    id,
    title,
    url: `${weerklank.url}/samenwerkingen/${id}`,
    invite,
    answer: async (who, answers, open = '') => answerCheck(await invite(who), answers, open),
    planContact: async ({ days, place, kind = 'contact' }) => {
      const at = new Date(Date.now() + days * 86_400_000).toISOString()
      const data = { id: randomUUID(), kind, at, place, summary: '' }
      await api({ method: 'POST', path: `${path}/contacts`, data })
    },
    agree: async (text) => {
      const participants = made.participants.map((person) => person.id)
      const data = { id: randomUUID(), text, participants, askBack: true, signals: [] }
      await api({ method: 'POST', path: `${path}/agreements`, data })
    },
    end: async () => {
      await api({ method: 'POST', path: `${path}/closed`, data: { closed: true } })
    },
  }
}

type Api = <Result>(sending: Sending) => Promise<Result>
type Members = { members: { id: string; name: string }[] }

async function peopleOf({ people, colleague }: Options, api: Api) {
  const about = { detail: '', address: 'je', language: 'nl' } as const
  const others = Object.entries(people).map(([name, voice]) => ({
    id: randomUUID(),
    name,
    voice,
    member: null,
    ...about,
  }))
  if (colleague === undefined) return others
  const { members } = await api<Members>({ method: 'GET', path: '/api/members' })
  const member = members.find(({ name }) => name === colleague)?.id
  if (member === undefined) throw new Error(`The demo has no ${colleague}`)
  return [...others, { id: randomUUID(), name: colleague, voice: 'colleague', member, ...about }]
}

/** Fills in a check as a browser without JavaScript does. */
async function answerCheck(link: string, answers: Answers, open: string): Promise<void> {
  const device = await request.newContext()
  const page = await (await device.get(link)).text()
  const key = /name="?key"? value="?([\w-]+)/.exec(page)?.[1]
  if (key === undefined) throw new Error('The check has no key')
  const given = Object.entries(answers).map(([item, value]) => [`a.${item}`, String(value)])
  const sent = await device.post(link, { form: Object.fromEntries([...given, ['key', key], ['open', open]]) })
  if (!sent.ok()) throw new Error(`The answer was refused: ${sent.status()}`)
  await device.dispose()
}
