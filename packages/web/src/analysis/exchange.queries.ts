import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ExportPurpose } from '@weerklank/core/access/purpose-lock'
import type { AnalysisFormat, ImportGround } from '@weerklank/core/analysis/exchange'
import type { exchangeEndpoints } from '@weerklank/core/analysis/exchange.contract'
import { errorOfAnswer } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { keepFile } from '../ui/keep-file.ts'
import { analysisKeys } from './analysis.queries.ts'

type Endpoints = typeof exchangeEndpoints
type Bringing = { id: string; title: string; ground: ImportGround; file: File }

/** Sends a file of another program; an analysis begins with it, or it is said why not. */
export function useBringProject() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async ({ file, ...rest }: Bringing) =>
      call<Endpoints['bringProject']>('POST', '/api/analysis-files', {
        body: { ...rest, file: await base64Of(file) },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: analysisKeys.list }),
  })
}

/** A file as it travels in JSON. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const parts: string[] = []
  // More at once than the engine takes as arguments would throw.
  const atOnce = 24_576
  for (let from = 0; from < bytes.length; from += atOnce) {
    parts.push(String.fromCharCode(...bytes.subarray(from, from + atOnce)))
  }
  return btoa(parts.join(''))
}

/** Fetches an analysis as a file and lets the browser keep it. */
export function useTakeAnalysis(analysis: string) {
  return useMutation({
    mutationFn: async ({ format, purpose }: { format: AnalysisFormat; purpose: ExportPurpose }) => {
      const query = new URLSearchParams({ format, purpose })
      const answer = await fetch(`/api/analyses/${analysis}/file?${query}`, {
        headers: { 'x-weerklank': '1' },
      })
      if (!answer.ok) throw errorOfAnswer(answer.status, await answer.json().catch(() => undefined))
      const [, name = `weerklank.${format}`] =
        /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? []
      keepFile(await answer.blob(), name)
    },
  })
}
