import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { accessEndpoints } from '@weerklank/core/access/access.contract'
import type { ExportPurpose } from '@weerklank/core/access/purpose-lock'
import type { meetingEndpoints } from '@weerklank/core/dialogue/meeting.contract'
import { mayHoldRounds } from '@weerklank/core/team/team'
import type { teamEndpoints } from '@weerklank/core/team/team.contract'
import { ApiError } from '../api/api-error.ts'
import { call, type Sent } from '../api/client.ts'
import { keepFile } from '../ui/keep-file.ts'

type Endpoints = typeof teamEndpoints

const roundsKey = ['rounds'] as const

export const roundListQuery = queryOptions({
  queryKey: [...roundsKey, 'list'],
  queryFn: () => call<Endpoints['listRounds']>('GET', '/api/rounds', {}),
})

/** Each look is recorded, so a round is not fetched anew by itself. */
export function roundQuery(round: string) {
  return queryOptions({
    queryKey: [...roundsKey, round],
    queryFn: () => call<Endpoints['getRound']>('GET', '/api/rounds/:round', { params: { round } }),
    refetchOnWindowFocus: false,
  })
}

/** The colleagues who may read an outcome. */
export const roundReadersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: () => call<typeof accessEndpoints.members>('GET', '/api/members', {}),
  staleTime: 5 * 60_000,
  select: ({ members }) => members.filter(({ roles }) => mayHoldRounds(roles).allowed),
})

/** The meetings at whose table one sits: in one of them the outcome can be talked about. */
export const roundMeetingsQuery = queryOptions({
  queryKey: ['meetings', 'list'],
  queryFn: () => call<(typeof meetingEndpoints)['listMeetings']>('GET', '/api/meetings', {}),
})

export function useMakeRound() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationKey: ['make-round'],
    mutationFn: (body: Sent<Endpoints['makeRound']>['body']) =>
      call<Endpoints['makeRound']>('POST', '/api/rounds', { body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: roundListQuery.queryKey }),
  })
}

/** Closes a round for good, and fetches what came out. */
export function useCloseRound(round: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () =>
      call<Endpoints['closeRound']>('POST', '/api/rounds/:round/closed', {
        params: { round },
        body: { closed: true },
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: roundsKey }),
  })
}

/** Begins a round anew; its new tickets are in the answer only. */
export function useRenewRound(round: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () =>
      call<Endpoints['renewRound']>('POST', '/api/rounds/:round/tickets', {
        params: { round },
        body: { renewed: true },
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: roundsKey }),
  })
}

type Talk = Sent<Endpoints['moveRoundTalk']>['body']['talk']

/** Moves the talk of a round; `fields` says per field what does not fit, `other` whatever else went wrong. */
export function useMoveRoundTalk(round: string) {
  const queryClient = useQueryClient()
  const move = useMutation({
    mutationFn: (talk: Talk) =>
      call<Endpoints['moveRoundTalk']>('PUT', '/api/rounds/:round/talk', {
        params: { round },
        body: { talk },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: roundQuery(round).queryKey }),
  })
  const fields = move.error instanceof ApiError ? move.error.fields : {}
  return { ...move, fields, other: fields.talk === undefined ? move.error?.message : undefined }
}

type Taking = { purpose: ExportPurpose; language: 'nl' | 'en'; kind: 'csv' | 'json' }

/** Asks for the outcome as a file and lets the browser keep it. */
export function useTakeRound(round: string) {
  return useMutation({
    mutationFn: async ({ purpose, language, kind }: Taking) => {
      const file = await call<Endpoints['exportRound']>('POST', '/api/rounds/:round/exports', {
        params: { round },
        body: { purpose, language },
      })
      const text = kind === 'csv' ? file.csv : JSON.stringify(file.outcome, null, 2)
      const type = kind === 'csv' ? 'text/csv' : 'application/json'
      keepFile(new Blob([text], { type: `${type};charset=utf-8` }), `${file.name}.${kind}`)
    },
  })
}
