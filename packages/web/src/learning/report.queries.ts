import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ExportPurpose } from '@weerklank/core/access/purpose-lock'
import type { TrajectoryReportFormat } from '@weerklank/core/learning/report'
import type { KeptReport, QuotableWords, reportEndpoints } from '@weerklank/core/learning/report.contract'
import { errorOfAnswer } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { newId } from '../api/new-id.ts'
import { keepFile } from '../ui/keep-file.ts'
import { trajectoryKeys } from './trajectory.queries.ts'

type Endpoints = typeof reportEndpoints

const path = '/api/trajectories/:trajectory/report'
const key = (trajectory: string, of: string) => [...trajectoryKeys.one(trajectory), 'report', of]

/** The report as it is kept and as it reads now: a withdrawal changes it at once. */
export const reportQuery = (trajectory: string) =>
  queryOptions({
    queryKey: key(trajectory, 'document'),
    queryFn: () => readReport(trajectory),
    // Each visit begins with what is there now: its numbers, and the version that one writes over.
    gcTime: 0,
  })

export const readReport = (trajectory: string) =>
  call<Endpoints['getTrajectoryReport']>('GET', path, { params: { trajectory } })

export const saveReport = (trajectory: string, body: KeptReport) =>
  call<Endpoints['writeTrajectoryReport']>('PUT', path, { params: { trajectory }, body })

/** Reads the document again once something was kept. */
export function useReadAgain(trajectory: string) {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: key(trajectory, 'document') })
}

export const filesQuery = (trajectory: string) =>
  queryOptions({
    queryKey: key(trajectory, 'files'),
    queryFn: () =>
      call<Endpoints['listTrajectoryFiles']>('GET', '/api/trajectories/:trajectory/report/files', {
        params: { trajectory },
      }),
  })

/** Fetches a file and lets the browser keep it. */
export function useTakeReport(trajectory: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (wish: { format: TrajectoryReportFormat; purpose: ExportPurpose }) => {
      const answer = await fetch(`/api/trajectories/${trajectory}/report/files`, {
        method: 'POST',
        headers: { 'x-weerklank': '1', 'content-type': 'application/json' },
        body: JSON.stringify({ id: newId(), ...wish }),
      })
      if (!answer.ok) throw errorOfAnswer(answer.status, await answer.json().catch(() => undefined))
      const [, name = `weerklank.${wish.format}`] =
        /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? []
      keepFile(await answer.blob(), name)
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key(trajectory, 'files') }),
  })
}

export function usePublishFile(trajectory: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (file: string) =>
      call<Endpoints['publishTrajectoryFile']>(
        'POST',
        '/api/trajectories/:trajectory/report/files/:file/published',
        { params: { trajectory, file }, body: { published: true } },
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key(trajectory, 'files') }),
  })
}

export const quotesQuery = (trajectory: string) =>
  queryOptions({
    queryKey: key(trajectory, 'quotes'),
    queryFn: () =>
      call<Endpoints['listTrajectoryQuotes']>('GET', '/api/trajectories/:trajectory/quotes', {
        params: { trajectory },
      }),
  })

/** Asks somebody whether words of hers may be printed. */
export function useAskQuote(trajectory: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ from, words }: { from: QuotableWords; words: string }) =>
      call<Endpoints['askTrajectoryQuote']>('POST', '/api/trajectories/:trajectory/quotes', {
        params: { trajectory },
        body: { id: newId(), source: from.source, of: from.id, words },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trajectoryKeys.one(trajectory) }),
  })
}
