/** A small real server with one check link, that can be told to fail as servers and networks do. For respond-page.spec.ts. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { parseSubmission, type Submission } from '@weerklank/core/feedback/submission'
import { respondLanguage } from '@weerklank/core/shared/language'
import { answeredPage } from '../packages/server/src/respond/respond.answered.ts'
import {
  agreements,
  buildAnsweredPage,
  buildCheckPage,
} from '../packages/server/src/respond/respond.factory.ts'
import { languagePage } from '../packages/server/src/respond/respond.language.ts'
import type { CheckPageModel, LinkProblem } from '../packages/server/src/respond/respond.model.ts'
import { checkPage } from '../packages/server/src/respond/respond.page.ts'
import { respondPolicies } from '../packages/server/src/respond/respond.policy.ts'
import { linkProblemPage } from '../packages/server/src/respond/respond.problem.ts'
import { problemIn } from '../packages/server/src/respond/respond.text.ts'

/**
 * What happens to a post: `store` it; `refuse` with 503; `lose` the connection before storing; `forget` to answer after
 * storing; `stall`: never answer; `portal`: someone else answers 200; `revoked`.
 */
export type Weather = 'store' | 'refuse' | 'lose' | 'forget' | 'stall' | 'portal' | 'revoked'

export type RespondServer = AsyncDisposable & {
  url: string
  /** What the next posts meet, one each; the last goes on. */
  weather: Weather[]
  /** Every body that came in, in order. */
  posts: URLSearchParams[]
  /** By key: exactly one for each response. */
  stored: Map<string, Submission>
  /** Paths of everything that was asked for with GET. */
  gets: string[]
  /** Shown instead of the questions, while set. */
  problem: LinkProblem | null
  model: CheckPageModel
}

export async function startRespondServer(): Promise<RespondServer> {
  const form = { ...buildCheckPage().form, agreements: agreements.slice(0, 1) }
  const state = {
    url: '',
    weather: ['store'] as Weather[],
    posts: [] as URLSearchParams[],
    stored: new Map<string, Submission>(),
    gets: [] as string[],
    problem: null as LinkProblem | null,
    model: buildCheckPage({ form }),
  }
  const server = createServer((request, response) => {
    const handle = request.method === 'POST' ? receive : show
    handle(state, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return Object.assign(state, {
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

type State = Omit<RespondServer, typeof Symbol.asyncDispose>

async function show(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', state.url)
  state.gets.push(pathname)
  const frame = { ...state.model, path: pathname.replace(/\/(?:not-now|taal)$/, '') }
  const way = searchParams.get('ga')
  const language = respondLanguage(searchParams.get('lang') ?? undefined)
  if (language !== undefined) frame.listener = { ...frame.listener, language }
  if (way === 'taal' || pathname.endsWith('/taal'))
    return send(response, languagePage(frame.listener, 'lina'))
  if (way === 'weg' || pathname.endsWith('/not-now')) {
    const until = { at: '2026-12-01T09:00:00.000Z', timeZone: 'Europe/Amsterdam' }
    return send(
      response,
      linkProblemPage({ ...frame, problem: { kind: 'not-now', key: frame.form.responseId, until } }),
    )
  }
  const submission = state.stored.get(state.model.form.responseId)
  if (submission !== undefined) return send(response, thanks(frame, submission))
  if (state.problem !== null)
    return send(response, linkProblemPage({ ...frame, problem: state.problem }), 410)
  send(response, checkPage(frame))
}

async function receive(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = new URLSearchParams(await text(request))
  state.posts.push(body)
  const [weather = 'store'] = state.weather
  if (state.weather.length > 1) state.weather.shift()
  if (weather === 'stall') return
  if (weather === 'lose') return void request.socket.destroy()
  if (weather === 'refuse')
    return json(response, 503, { error: { code: 'unavailable', message: 'Het lukt nu even niet.' } })
  if (weather === 'portal') return send(response, '<!doctype html><title>Gratis wifi</title>')
  if (weather === 'revoked')
    return json(response, 410, { error: { code: 'link-revoked', message: 'Deze link is ingetrokken.' } })
  const wantsJson = request.headers.accept === 'application/json'
  const { form, listener } = state.model
  const result = parseSubmission(form, body)
  if (!result.ok) {
    const errors = Object.entries(result.errors).map(([field, problem]) => [
      field,
      problemIn(problem, listener),
    ])
    const fields = Object.fromEntries(errors)
    if (wantsJson)
      return json(response, 422, {
        error: { code: 'invalid-input', message: 'Nog niet alles klopt.', fields },
      })
    return send(
      response,
      checkPage({ ...state.model, refill: { values: Object.fromEntries(body), errors: fields } }),
      422,
    )
  }
  const { submission } = result
  if (!state.stored.has(submission.responseId)) state.stored.set(submission.responseId, submission)
  if (weather === 'forget') return void request.socket.destroy()
  if (wantsJson) return json(response, 200, { stored: true })
  send(response, thanks(state.model, submission))
}

function thanks(model: CheckPageModel, { answers, openText, drawing, echoes }: Submission): string {
  const { listener, workspace, path, form, name, seenBy } = model
  return answeredPage({
    ...buildAnsweredPage(),
    listener,
    workspace,
    path,
    form,
    name,
    seenBy,
    answers,
    openText,
    drawing: drawing ?? null,
    echoes,
  })
}

function send(response: ServerResponse, page: string, status = 200): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policyOf(page),
    'Cache-Control': 'no-store',
  })
  response.end(page)
}

function policyOf(page: string): string {
  if (page.includes('name="drawing"')) return respondPolicies.draw
  if (page.includes('id=nav')) return respondPolicies.faces
  return page.includes('id=check') ? respondPolicies.line : respondPolicies.plain
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
}
