import { queryOptions } from '@tanstack/react-query'
import type { LegalDocumentId } from '@weerklank/core/consent/legal/legal-document'
import type { legalEndpoints } from '@weerklank/core/consent/legal.contract'
import type { Language } from '@weerklank/core/shared/language'
import { address } from '../api/address.ts'
import { ApiError, errorOfAnswer } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { keepFile } from '../ui/keep-file.ts'

const path = '/api/legal/:document'

/** One text. Made anew whenever it is asked for, and never by itself: each look at it stands in the log. */
export function legalQuery(document: LegalDocumentId, language: Language) {
  return queryOptions({
    queryKey: ['legal', document, language],
    queryFn: () =>
      call<typeof legalEndpoints.legalText>('GET', path, { params: { document }, query: { language } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

export type LegalFile = { document: LegalDocumentId; language: Language; format: 'md' | 'html' }

/** Fetches the text as a file and lets the browser keep it under its name. */
export async function keepLegalFile({ document, language, format }: LegalFile): Promise<void> {
  const url = address(path, { document }, { language, format })
  const answer = await fetch(url, { credentials: 'same-origin' }).catch(() => {
    throw new ApiError('unavailable')
  })
  if (!answer.ok) throw errorOfAnswer(answer.status, await answer.json().catch(() => undefined))
  keepFile(await answer.blob(), `${document}.${language}.${format}`)
}
