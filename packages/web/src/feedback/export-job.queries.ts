import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ExportJob, exportJobEndpoints } from '@weerklank/core/feedback/export-job.contract'
import { address } from '../api/address.ts'
import { ApiError, errorOfAnswer } from '../api/api-error.ts'
import { call, type Sent } from '../api/client.ts'
import { keepFile } from '../ui/keep-file.ts'

type Endpoints = typeof exportJobEndpoints
const key = ['export-jobs']

/** Whether there is something to wait for. */
export const isOnItsWay = ({ state }: Pick<ExportJob, 'state'>) => state === 'waiting' || state === 'making'

/** The files that one had made. While one is on its way, it is asked again each second. */
export const exportJobsQuery = queryOptions({
  queryKey: key,
  queryFn: () => call<Endpoints['listExportJobs']>('GET', '/api/export-jobs', {}),
  refetchInterval: (query) => {
    const data = query.state.data as { jobs: ExportJob[] } | undefined
    return data?.jobs.some((job) => isOnItsWay(job) || job.state === 'failed') ? 1_000 : false
  },
})

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => queryClient.invalidateQueries({ queryKey: key }),
  })
}

export function useAskReport(relation: string) {
  return useChange((body: Sent<Endpoints['askReport']>['body']) =>
    call<Endpoints['askReport']>('POST', '/api/relations/:relation/reports', { params: { relation }, body }),
  )
}

export function useAskCheckFile() {
  return useChange((body: Sent<Endpoints['askCheckFile']>['body']) =>
    call<Endpoints['askCheckFile']>('POST', '/api/export-jobs', { body }),
  )
}

export function useCancelExportJob() {
  return useChange((job: string) =>
    call<Endpoints['cancelExportJob']>('DELETE', '/api/export-jobs/:job', { params: { job } }),
  )
}

/** Fetches a file and lets the browser keep it; gives its name. */
export function useFetchExportJob() {
  return useChange(async (job: string) => {
    const url = address('/api/export-jobs/:job/fetch', { job })
    const headers = { 'x-weerklank': '1' }
    const answer = await fetch(url, { method: 'POST', headers, credentials: 'same-origin' }).catch(() => {
      throw new ApiError('unavailable')
    })
    if (!answer.ok) throw errorOfAnswer(answer.status, await answer.json().catch(() => undefined))
    const disposition = answer.headers.get('content-disposition') ?? ''
    const [, name = 'weerklank'] = /filename="([^"]+)"/.exec(disposition) ?? []
    keepFile(await answer.blob(), name)
    return name
  })
}
