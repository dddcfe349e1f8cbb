import { type InfiniteData, infiniteQueryOptions } from '@tanstack/react-query'
import type { AuditPage, auditEndpoints } from '@weerklank/core/audit/audit.contract'
import { address } from '../api/address.ts'
import { ApiError, errorOfAnswer } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { keepFile } from '../ui/keep-file.ts'
import { type AuditSearch, filterOf } from './audit-search.ts'

export const auditKey = ['audit'] as const

/** The record, page by page. Fetched whenever it is asked for, and never by itself: each look at it stands in it. */
export function auditQuery(search: AuditSearch) {
  return infiniteQueryOptions({
    queryKey: [...auditKey, search],
    queryFn: ({ pageParam }) =>
      call<typeof auditEndpoints.read>('GET', '/api/audit', {
        query: { ...filterOf(search), ...(pageParam !== null && { after: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    select: asOneList,
  })
}

/** The pages as one list; what goes for all of them is that of the first. */
function asOneList({ pages }: InfiniteData<AuditPage>) {
  const [first] = pages
  return {
    lines: pages.flatMap((page) => page.lines),
    members: first?.members ?? [],
    lastCheck: first?.lastCheck ?? null,
  }
}

/** Verifies the chains of the record. */
export function verifyAudit() {
  return call<typeof auditEndpoints.verify>('POST', '/api/audit/verify', {})
}

/** Fetches the file and lets the browser keep it under its name. */
export async function exportAudit(search: AuditSearch, format: 'csv' | 'json'): Promise<void> {
  const url = address('/api/audit/export', undefined, { ...filterOf(search), format, purpose: 'review' })
  const answer = await fetch(url, { credentials: 'same-origin' }).catch(() => {
    throw new ApiError('unavailable')
  })
  if (!answer.ok) throw errorOfAnswer(answer.status, await answer.json().catch(() => undefined))
  const [, name = `logboek.${format}`] =
    /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? []
  keepFile(await answer.blob(), name)
}
